package io.cacheaudit.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own on one directory, reachable on the loopback interface by its password only. A server
 * that a killed program left behind on that directory is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The database's superuser and the database itself carry this name. */
    public static final String USER = "postgres";

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration PROGRAM_LIMIT = Duration.ofSeconds(120);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    /** Another process may take the free port between our look and the server's start. */
    private static final int PORT_TRIALS = 3;

    private final DataDirectory directory;
    private final Programs programs;
    private final Keeping keeping;
    private final String password;
    private @Nullable Process process;
    private int port;

    private EmbeddedPostgres(DataDirectory directory, Programs programs, Keeping keeping, String password) {
        this.directory = directory;
        this.programs = programs;
        this.keeping = keeping;
        this.password = password;
    }

    /** Starts a server on a directory, which is made where it is missing. */
    public static EmbeddedPostgres start(Path path, Keeping keeping) throws PostgresException {
        Identity identity = Identity.current();
        Programs programs = new Programs(Binaries.unpack(Platform.current(), Places.binaries(identity)), identity);
        DataDirectory directory = DataDirectory.open(path);
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(directory, programs, keeping, directory.password());
            postgres.start();
            return postgres;
        } catch (PostgresException e) {
            release(directory);
            throw e;
        } catch (IOException e) {
            release(directory);
            throw new PostgresException("cannot use the data directory " + path + " (" + e.getMessage() + ")", e);
        }
    }

    private void start() throws IOException, PostgresException {
        programs.identity().own(directory.path());
        if (!directory.hasCluster()) {
            createCluster();
        }
        stopOrphan(programs, directory);
        for (int trial = 1; process == null; trial++) {
            launch(trial == PORT_TRIALS);
        }
    }

    /** The cluster appears by one rename, so that a start cut short leaves none that is half made. */
    private void createCluster() throws IOException, PostgresException {
        Path partial = directory.path().resolve("cluster.partial");
        Trees.delete(partial);
        Trees.delete(directory.cluster());
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                partial.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + directory.passwordFile(),
                "-E",
                "UTF8",
                "--locale=C",
                "--no-instructions"));
        arguments.addAll(keeping.initdbOptions());
        programs.run(PROGRAM_LIMIT, "initdb", arguments);
        Files.move(partial, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** We hold the directory's lock, so a server on it has lost the program that started it. */
    static void stopOrphan(Programs programs, DataDirectory directory) {
        if (Files.exists(directory.cluster().resolve("postmaster.pid"))) {
            try {
                stop(programs, directory);
            } catch (PostgresException e) {
                // The file is stale: the machine or the server went down. The server copes with that itself.
            }
        }
    }

    private static void stop(Programs programs, DataDirectory directory) throws PostgresException {
        String seconds = Long.toString(STOP_LIMIT.toSeconds());
        programs.run(
                STOP_LIMIT.plusSeconds(5),
                "pg_ctl",
                List.of("-D", directory.cluster().toString(), "-m", "fast", "-w", "-t", seconds, "stop"));
    }

    private void launch(boolean last) throws IOException, PostgresException {
        port = freePort();
        List<String> arguments =
                new ArrayList<>(List.of("-D", directory.cluster().toString()));
        for (String setting : keeping.settings(port)) {
            arguments.addAll(List.of("-c", setting));
        }
        Process started = programs.serverBuilder(arguments).start();
        started.getOutputStream().close();
        ServerOutput output = ServerOutput.follow(started, directory.log());
        if (output.awaitReady(READY_LIMIT)) {
            process = started;
            return;
        }
        started.destroyForcibly();
        if (last || !output.lastLines().contains("could not bind")) {
            throw new PostgresException("PostgreSQL does not start on " + directory.path() + ": "
                    + Programs.lastLines(output.lastLines()) + " (log: " + directory.log() + ")");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
    }

    public String password() {
        return password;
    }

    /** Where the cluster, the password and the log are. */
    public Path directory() {
        return directory.path();
    }

    /** Stops the server, without waiting for its clients, and frees the directory. Closing twice does no harm. */
    @Override
    public synchronized void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        try {
            stop(programs, directory);
        } catch (PostgresException e) {
            running.destroyForcibly();
        }
        try {
            if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        release(directory);
        if (keeping == Keeping.THROWN_AWAY) {
            ThrowAway.delete(directory.path());
        }
    }

    private static void release(DataDirectory directory) {
        try {
            directory.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
