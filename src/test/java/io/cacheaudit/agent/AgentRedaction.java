package io.cacheaudit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.document.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The agent's redaction by one awk of this machine. */
record AgentRedaction(String name, List<String> awk) {
    private static final Path DIRECTORY = Path.of("deploy/agent").toAbsolutePath();
    private static final long SECONDS = 100;

    /** One for each awk that is installed under its own name, or the one that is there. */
    static List<AgentRedaction> all() {
        List<AgentRedaction> named = Stream.of("mawk", "gawk --posix", "busybox awk", "original-awk")
                .map(command -> new AgentRedaction(command, List.of(command.split(" "))))
                .filter(AgentRedaction::isInstalled)
                .toList();
        return named.isEmpty() ? List.of(new AgentRedaction("awk", List.of("awk"))) : named;
    }

    private boolean isInstalled() {
        try {
            List<String> command = new ArrayList<>(awk);
            command.add("BEGIN { exit 0 }");
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Redacts all documents in one process. */
    List<Document> redact(List<Document> documents) {
        try {
            Path directory = Files.createTempDirectory("redaction");
            StringBuilder list = new StringBuilder();
            for (int i = 0; i < documents.size(); i++) {
                Files.write(directory.resolve(i + ".in"), documents.get(i).content());
                list.append("%s\t%s\t%s%n"
                        .formatted(
                                documents.get(i).kind().word(),
                                directory.resolve(i + ".in"),
                                directory.resolve(i + ".out")));
            }
            Path input = Files.writeString(directory.resolve("list"), list);
            List<String> command = new ArrayList<>(awk);
            for (String part : List.of("-names", "-looks", "-conf", "-xml", "-json", "")) {
                command.add("-f");
                command.add(DIRECTORY.resolve("redact" + part + ".awk").toString());
            }
            Answer answer = run(command, input, directory);
            assertThat(answer).isEqualTo(new Answer(0, ""));
            List<Document> redacted = new ArrayList<>();
            for (int i = 0; i < documents.size(); i++) {
                redacted.add(documents.get(i).withContent(Files.readAllBytes(directory.resolve(i + ".out"))));
            }
            delete(directory);
            return redacted;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Redacts one document through the program that the agent calls. */
    Answer program(String kind, byte[] content) {
        try {
            Path directory = Files.createTempDirectory("redaction");
            Path input = Files.write(directory.resolve("in"), content);
            Answer answer = run(List.of(DIRECTORY.resolve("redact").toString(), kind), input, directory);
            delete(directory);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Answer run(List<String> command, Path input, Path directory) throws IOException {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("AWK", String.join(" ", awk));
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as("%s ends in %s s", name, SECONDS).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Override
    public String toString() {
        return name;
    }

    /** How a program ended and what it wrote, a character for each byte. */
    record Answer(int status, String output) {}
}
