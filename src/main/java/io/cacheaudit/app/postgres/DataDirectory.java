package io.cacheaudit.app.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory with one database cluster, its password and its log. It is locked for as long as it is open, so that no two
 * programs run servers on one cluster.
 */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "owner.lock";
    private static final int PASSWORD_BYTES = 18;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the directory where it is missing, and locks it. */
    static DataDirectory open(Path directory) throws PostgresException {
        Path path = directory.toAbsolutePath().normalize();
        try {
            prepare(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new PostgresException("another process uses the data directory " + path
                        + ": stop it, or name another directory in --data");
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new PostgresException("cannot use the data directory " + path + " (" + e.getMessage() + ")", e);
        }
    }

    /** A directory of somebody else's files is not ours to fill. */
    private static void prepare(Path path) throws IOException, PostgresException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } else if (!Files.exists(path.resolve(LOCK))) {
            try (Stream<Path> files = Files.list(path)) {
                if (files.findAny().isPresent()) {
                    throw new PostgresException(
                            path + " holds files that are not of this program: name an empty directory in --data");
                }
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** Where the server keeps its files. */
    Path cluster() {
        return path.resolve("cluster");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"), LinkOption.NOFOLLOW_LINKS);
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    /** The password of the cluster, made when first asked for; only the owner may read its file. */
    String password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path partial = path.resolve("password.partial");
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(partial, Base64.getUrlEncoder().encodeToString(random));
            Files.move(partial, file);
        }
        return Files.readString(file).strip();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
