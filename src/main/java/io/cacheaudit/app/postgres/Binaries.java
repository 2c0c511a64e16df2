package io.cacheaudit.app.postgres;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of this platform, unpacked once into a cache whose directory names carry the archive's checksum.
 * A directory of that name is complete: it appears by one rename, so programs that start at once do not disturb each
 * other.
 */
final class Binaries {
    private static final int CHECKSUM_DIGITS = 16;
    private static final int EXECUTE_BITS = 0111;

    private Binaries() {}

    /** The directory that holds {@code bin}, {@code lib} and {@code share}. */
    static Path unpack(Platform platform, Path cache) throws PostgresException {
        byte[] archive = read(platform);
        Path home = cache.resolve("postgres-" + checksum(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(cache);
            Path partial = Files.createTempDirectory(cache, "unpacking-");
            try {
                Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
                extract(archive, partial);
                moveUnlessThere(partial, home);
            } finally {
                Trees.delete(partial);
            }
            return home;
        } catch (IOException e) {
            throw new PostgresException(
                    "cannot unpack PostgreSQL into " + cache
                            + ": name a directory that can be written in XDG_CACHE_HOME (" + e.getMessage() + ")",
                    e);
        }
    }

    private static byte[] read(Platform platform) throws PostgresException {
        ClassLoader loader = Binaries.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(platform.archive())) {
            if (in == null) {
                throw new PostgresException("this build holds no PostgreSQL for " + platform.system() + " on "
                        + platform.processor() + " (" + platform.archive()
                        + "): build it on such a machine, or give the URL of a server in QUARKUS_DATASOURCE_JDBC_URL");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new PostgresException("cannot read " + platform.archive() + " of this build", e);
        }
    }

    private static String checksum(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest).substring(0, CHECKSUM_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = inside(target, target.resolve(entry.getName()));
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(inside(target, path.resolveSibling(".")));
                if (entry.isSymbolicLink()) {
                    inside(target, path.resolveSibling(entry.getLinkName()));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean program = (entry.getMode() & EXECUTE_BITS) != 0 || path.startsWith(target.resolve("bin"));
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static Path inside(Path target, Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException("the archive names a file outside of itself");
        }
        return normal;
    }

    /** A process that unpacks at the same time may be first; its directory is as good as ours. */
    private static void moveUnlessThere(Path partial, Path home) throws IOException {
        try {
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
