package io.cacheaudit.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code serve} and {@code demo}.
 *
 * @param demo throw-away data and the sample fleet
 * @param data null where none is named
 */
record Options(
        boolean demo,
        @Nullable Path data,
        @Nullable String host,
        @Nullable Integer port) {
    static final String SERVE = "serve";
    static final String DEMO = "demo";
    static final String USAGE = """
            usage: cache-audit serve [--data DIR] [--host ADDRESS] [--port PORT]
                   cache-audit demo [--host ADDRESS] [--port PORT]""";

    private static final int MAX_PORT = 65535;

    /** Whether these arguments start the service. */
    static boolean startService(List<String> arguments) {
        return arguments.isEmpty()
                || arguments.get(0).equals(SERVE)
                || arguments.get(0).equals(DEMO);
    }

    /** Whether somebody asks what the options are. */
    static boolean askForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    /** Reads the arguments; an option's value follows it or stands behind {@code =}. */
    static Options of(List<String> arguments) throws UsageException {
        boolean demo = !arguments.isEmpty() && arguments.get(0).equals(DEMO);
        Path data = null;
        String host = null;
        Integer port = null;
        Iterator<String> words = arguments.stream()
                .skip(1)
                .flatMap(word ->
                        word.startsWith("--") ? Arrays.stream(word.split("=", 2)) : Arrays.stream(new String[] {word}))
                .iterator();
        while (words.hasNext()) {
            String name = words.next();
            switch (name) {
                case "--data" -> data = directory(name, words, demo);
                case "--host" -> host = value(name, words);
                case "--port" -> port = port(value(name, words));
                default -> throw new UsageException("no option is called " + name);
            }
        }
        return new Options(demo, data, host, port);
    }

    private static String value(String name, Iterator<String> words) throws UsageException {
        String value = words.hasNext() ? words.next() : "";
        if (value.isEmpty()) {
            throw new UsageException(name + ": expected a value");
        }
        return value;
    }

    private static Path directory(String name, Iterator<String> words, boolean demo) throws UsageException {
        if (demo) {
            throw new UsageException("demo keeps nothing, so it takes no " + name);
        }
        try {
            return Path.of(value(name, words));
        } catch (InvalidPathException e) {
            throw new UsageException(name + ": expected a directory");
        }
    }

    private static int port(String text) throws UsageException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException("--port: expected a number from 0 to " + MAX_PORT);
    }

    /** The arguments cannot be understood. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
