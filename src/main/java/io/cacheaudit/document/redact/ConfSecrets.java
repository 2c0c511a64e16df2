package io.cacheaudit.document.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets in files of {@code key = value} lines, assignment by assignment with continuation lines joined, comments and
 * lines that no grammar accepts included. A value stays only where its key is known as harmless, or where it is a number
 * or a boolean and the key says nothing of a secret.
 */
final class ConfSecrets {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*+(?:\\r\\n|\\r|\\n|$)");
    private static final Pattern COMMENTED =
            Pattern.compile("([A-Za-z0-9_.-]++(?:[ \\t]++[A-Za-z0-9_.-]++){0,6}+)[ \\t]*+(=|:)");
    private static final Pattern DISK_TYPE = Pattern.compile("[ \\t]*+[A-Za-z]{1,10}=[a-z]{1,12}[ \\t]*+,?+[ \\t]*+");

    /** How a line goes on in the next one. */
    enum Continuation {
        /** The next line begins with a blank. */
        INDENTED,
        /** The line ends with a backslash. */
        BACKSLASH
    }

    private record Line(int start, int end) {}

    private final String text;
    private final Marks marks;
    private final Predicate<String> harmless;
    private final Continuation continuation;

    private ConfSecrets(String text, Marks marks, Predicate<String> harmless, Continuation continuation) {
        this.text = text;
        this.marks = marks;
        this.harmless = harmless;
        this.continuation = continuation;
    }

    static void markNova(String text, Marks marks) {
        new ConfSecrets(text, marks, SecretNames::isHarmlessInNova, Continuation.INDENTED).run();
    }

    static void markCeph(String text, Marks marks) {
        new ConfSecrets(text, marks, SecretNames::isHarmlessInCeph, Continuation.BACKSLASH).run();
    }

    private void run() {
        Decoded all = Decoded.plain(text, 0, text.length());
        marks.add(all, SecretText.find(text));
        List<Line> lines = lines();
        int i = 0;
        while (i < lines.size()) {
            int next = i + 1;
            boolean goesOn = goesOn(lines.get(i));
            while (goesOn && next < lines.size() && continues(lines.get(next - 1), lines.get(next))) {
                next++;
            }
            logicalLine(lines.subList(i, next));
            i = next;
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Matcher matcher = LINE.matcher(text);
        int start = text.startsWith("\ufeff") ? 1 : 0;
        while (start < text.length() && matcher.find(start)) {
            int end = matcher.end();
            int stop = end;
            while (stop > start && "\r\n".indexOf(text.charAt(stop - 1)) >= 0) {
                stop--;
            }
            lines.add(new Line(start, stop));
            start = end;
        }
        return lines;
    }

    /** Whether lines behind this one can belong to it. */
    private boolean goesOn(Line first) {
        return switch (continuation) {
            case BACKSLASH -> true;
            case INDENTED -> !isBlank(first) && !isIndented(first) && isAssignment(first);
        };
    }

    private boolean continues(Line previous, Line line) {
        return switch (continuation) {
            case BACKSLASH -> previous.end() > previous.start() && text.charAt(previous.end() - 1) == '\\';
            case INDENTED -> isIndented(line) && !isBlank(line);
        };
    }

    private boolean isBlank(Line line) {
        return text.substring(line.start(), line.end()).isBlank();
    }

    private boolean isIndented(Line line) {
        return line.start() < line.end() && " \t".indexOf(text.charAt(line.start())) >= 0;
    }

    private boolean isAssignment(Line line) {
        return "[#;".indexOf(text.charAt(line.start())) < 0 && separator(line.start(), line.end()) >= 0;
    }

    private int separator(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '=' || c == ':') {
                return i;
            }
        }
        return -1;
    }

    private void logicalLine(List<Line> lines) {
        Line first = lines.get(0);
        int end = lines.get(lines.size() - 1).end();
        int start = first.start();
        while (start < first.end() && " \t".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (start == first.end() || text.charAt(start) == '[') {
            return;
        }
        if (text.charAt(start) == '#' || text.charAt(start) == ';') {
            comment(start, end);
            return;
        }
        int separator = separator(start, end);
        if (separator < 0) {
            mask(start, end);
            return;
        }
        String key = text.substring(start, separator);
        if (!harmless.test(key)) {
            value(key, separator + 1, end);
        } else if (continuation == Continuation.INDENTED) {
            lines.subList(1, lines.size()).forEach(this::swallowed);
        } else {
            remark(separator + 1, end);
        }
    }

    private void value(String key, int from, int end) {
        int hash = continuation == Continuation.BACKSLASH ? remarkStart(from, end) : end;
        if (SecretNames.isSecret(key) || !SecretNames.isHarmlessValue(unquoted(text.substring(from, hash)))) {
            mask(from, end);
        } else {
            remark(from, end);
        }
    }

    private static String unquoted(String value) {
        String stripped = value.strip();
        boolean quoted = stripped.length() > 1
                && "\"'".indexOf(stripped.charAt(0)) >= 0
                && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    /** A line that a harmless option swallowed is an assignment of its own to whoever wrote it. */
    private void swallowed(Line line) {
        String content = text.substring(line.start(), line.end());
        Matcher option = COMMENTED.matcher(content.stripLeading());
        if (!DISK_TYPE.matcher(content).matches() && option.lookingAt() && !harmless.test(option.group(1))) {
            int from = line.end() - content.stripLeading().length() + option.end();
            value(option.group(1), from, line.end());
        }
    }

    private int remarkStart(int from, int end) {
        for (int i = from; i < end; i++) {
            if ("#;".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return end;
    }

    private void remark(int from, int end) {
        int hash = remarkStart(from, end);
        if (hash < end) {
            comment(hash, end);
        }
    }

    /** A commented assignment counts as one, a base64 text with its padding does not; other text is looked through for secrets by their looks only. */
    private void comment(int start, int end) {
        int i = start;
        while (i < end && "#; \t".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        Matcher option = COMMENTED.matcher(text).region(i, end);
        if (!option.lookingAt()) {
            return;
        }
        String key = option.group(1);
        boolean assignment = option.group(2).equals("=") || SecretNames.isSecret(key);
        boolean padding = text.substring(option.end(), end).strip().equals("=");
        if (assignment && !padding && !harmless.test(key)) {
            value(key, option.end(), end);
        }
    }

    private void mask(int from, int end) {
        marks.addAll(Decoded.plain(text, from, end));
    }

    /** For text without a grammar of its own: secrets by their looks. */
    static void markLooks(String text, Marks marks) {
        marks.add(Decoded.plain(text, 0, text.length()), SecretText.find(text));
    }

    /** For files where every option is harmless but {@code also} and those whose names say otherwise. */
    static void markNames(String text, Marks marks, String also) {
        markLooks(text, marks);
        ConfSecrets conf = new ConfSecrets(
                text, marks, name -> !name.equals(also) && !SecretNames.isSecret(name), Continuation.BACKSLASH);
        for (Line line : conf.lines()) {
            int separator = conf.separator(line.start(), line.end());
            String key =
                    separator < 0 ? "" : text.substring(line.start(), separator).strip();
            if (key.indexOf(' ') < 0 && !conf.harmless.test(key)) {
                conf.mask(separator + 1, line.end());
            }
        }
    }
}
