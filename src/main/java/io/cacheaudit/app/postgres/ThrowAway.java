package io.cacheaudit.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Directories whose data is not kept. Those that a killed program left behind are cleared when the next one is made. */
public final class ThrowAway {
    private static final String PREFIX = "cache-audit-throw-away-";

    private ThrowAway() {}

    /** An empty directory below the one for temporary files, for the owner only. */
    public static Path create() throws PostgresException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        clearLeftovers(parent);
        try {
            return Files.createTempDirectory(parent, PREFIX);
        } catch (IOException e) {
            throw new PostgresException("cannot make a directory in " + parent + " (" + e.getMessage() + ")", e);
        }
    }

    static void delete(Path directory) {
        try {
            Trees.delete(directory);
        } catch (IOException e) {
            // The next program that makes such a directory tries again.
        }
    }

    private static void clearLeftovers(Path parent) {
        try (Stream<Path> files = Files.list(parent)) {
            List<Path> candidates = files.filter(
                            path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            for (Path candidate : candidates) {
                clear(candidate);
            }
        } catch (IOException | PostgresException e) {
            // Other users' directories are theirs to clear.
        }
    }

    /** A directory in use is locked; one that has no server's file may be about to be locked. */
    private static void clear(Path candidate) throws PostgresException {
        if (!Files.exists(candidate.resolve("cluster").resolve("postmaster.pid"))) {
            return;
        }
        Identity identity = Identity.current();
        Programs programs = new Programs(Binaries.unpack(Platform.current(), Places.binaries(identity)), identity);
        try (DataDirectory directory = DataDirectory.open(candidate)) {
            EmbeddedPostgres.stopOrphan(programs, directory);
            delete(candidate);
        } catch (IOException | PostgresException e) {
            // In use, or not ours.
        }
    }
}
