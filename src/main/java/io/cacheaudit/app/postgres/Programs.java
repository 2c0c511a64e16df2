package io.cacheaudit.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The programs of one PostgreSQL installation, run as a user that they accept.
 *
 * @param home holds {@code bin}
 */
record Programs(Path home, Identity identity) {
    private static final int LINES_SHOWN = 5;
    private static final List<Path> SETSID_PLACES = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /** A process that runs a program; its output and errors come as one stream. */
    ProcessBuilder builder(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(identity.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        // Settings of a client elsewhere, such as PGPORT or PGDATA, would be taken for ours.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        // Under another user the caller's directory may be out of reach.
        builder.directory(Path.of("/").toFile());
        return builder;
    }

    /**
     * The server as a direct child. In a session of its own it does not see the interrupt key of our terminal, on which
     * our clients have to end first.
     */
    ProcessBuilder serverBuilder(List<String> arguments) {
        ProcessBuilder builder = builder("postgres", arguments);
        if (SETSID_PLACES.stream().anyMatch(Files::isExecutable)) {
            builder.command().add(0, "setsid");
        }
        return builder;
    }

    /** Runs a program to its end. */
    void run(Duration limit, String program, List<String> arguments) throws PostgresException {
        try {
            Path output = Files.createTempFile("cache-audit-", ".out");
            try {
                Process process = builder(program, arguments)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new PostgresException(program + " does not end within " + limit.toSeconds() + " seconds");
                }
                if (process.exitValue() != 0) {
                    throw new PostgresException(
                            program + " failed: " + lastLines(Files.readString(output, StandardCharsets.ISO_8859_1)));
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new PostgresException("cannot run " + program + " (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("interrupted while " + program + " runs", e);
        }
    }

    /** The last lines of an output on one line. */
    static String lastLines(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
