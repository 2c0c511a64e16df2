package io.cacheaudit.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The agent under one shell, with the environment a test gives it. */
final class Agent {
    /** The program as it stands in the project. */
    static final Path HOME = Path.of("deploy", "agent").toAbsolutePath();

    private static final long MINUTES = 3;

    private final List<String> shell;
    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();

    private Agent(List<String> shell, Path home) {
        this.shell = shell;
        this.home = home;
    }

    /** How a run ended. */
    record Run(int code, byte[] output, String errors) {
        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }

        /** The type of the body that a dry run printed. */
        String contentType() {
            return errors.lines()
                    .filter(line -> line.contains("Content-Type: "))
                    .map(line -> line.substring(line.indexOf("multipart")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(errors));
        }
    }

    /** The agent of the project under a shell such as {@code "busybox sh"}. */
    static Agent under(String shell) {
        return new Agent(List.of(shell.split(" ")), HOME);
    }

    /** Each shell of the matrix that is installed; the first two always are where the tests run at all. */
    static Stream<String> shells() {
        return Stream.concat(
                Stream.of("dash", "busybox sh"),
                Stream.of("bash").filter(bash -> Files.isExecutable(Path.of("/bin", bash))));
    }

    /** The same agent with a directory of its own, in which a test can change a part. */
    Agent copiedTo(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = directory.resolve(HOME.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Agent copied = new Agent(shell, directory);
        copied.environment.putAll(environment);
        return copied;
    }

    Agent with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** A directory whose programs come before those of the system. */
    Agent withTools(Path directory) {
        return with("PATH", directory + ":" + System.getenv("PATH"));
    }

    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.add(home.resolve("cache-audit-agent").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return finish(start(arguments));
    }

    /** Waits for a run; what it says is little enough to wait in the pipe. */
    static Run finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        byte[] output = process.getInputStream().readAllBytes();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the agent does not end: " + errors);
        }
        return new Run(process.exitValue(), output, errors);
    }
}
