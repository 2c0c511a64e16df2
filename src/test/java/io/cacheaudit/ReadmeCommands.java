package io.cacheaudit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fenced commands of the README, and what it shows of their output. */
final class ReadmeCommands {
    private static final Pattern BLOCK =
            Pattern.compile("^```sh\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```\\n)?", Pattern.MULTILINE | Pattern.DOTALL);

    private ReadmeCommands() {}

    /**
     * One block.
     *
     * @param output lines that have to appear in this order, however they are spaced; empty where none are shown
     */
    record Command(String text, List<String> output) {
        /** The two that build: they are run from a clean clone by {@code .ci/run}. */
        boolean builds() {
            return text.startsWith("./mvnw");
        }

        /** Starts the service and keeps running. */
        boolean serves() {
            return text.contains("quarkus-run.jar serve");
        }
    }

    static List<Command> read() throws IOException {
        List<Command> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            String output = block.group(2) == null ? "" : block.group(2);
            commands.add(new Command(block.group(1).strip(), output.lines().toList()));
        }
        return commands;
    }

    /** The first line that does not appear where it should, or the empty string. */
    static String missingIn(List<String> expected, String output) {
        String rest = squeezed(output);
        for (String line : expected) {
            int at = rest.indexOf(squeezed(line));
            if (at < 0) {
                return line;
            }
            rest = rest.substring(at + squeezed(line).length());
        }
        return "";
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
