package io.cacheaudit.document.redact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Secrets in JSON, well-formed or not: strings by the name of their key and by their looks. Where {@code listed} is given,
 * objects are options as {@code {"name": …, "value": …}}, and a value stays only where its name is harmless.
 */
final class JsonSecrets {
    private static final class Frame {
        private final boolean secret;
        private String key = "";
        private String name = "";
        private final List<Decoded> values = new ArrayList<>();

        Frame(boolean secret) {
            this.secret = secret;
        }

        boolean isSecret() {
            return secret || SecretNames.isSecret(key);
        }
    }

    private static final Set<String> TELL_NOTHING = Set.of("true", "false", "null");

    private final String text;
    private final Marks marks;
    private final Predicate<String> listed;
    private final Deque<Frame> frames = new ArrayDeque<>();

    private JsonSecrets(String text, Marks marks, Predicate<String> listed) {
        this.text = text;
        this.marks = marks;
        this.listed = listed;
        frames.push(new Frame(false));
    }

    static void mark(String text, Marks marks) {
        new JsonSecrets(text, marks, name -> true).run();
    }

    static void markCephOptions(String text, Marks marks) {
        new JsonSecrets(text, marks, SecretNames::isHarmlessInCeph).run();
    }

    private void run() {
        int i = 0;
        while (i < text.length()) {
            i = next(i, text.charAt(i));
        }
        while (frames.size() > 1) {
            close();
        }
    }

    private int next(int i, char c) {
        switch (c) {
            case '{', '[' -> frames.push(new Frame(frames.getFirst().isSecret()));
            case '}', ']' -> close();
            case '"' -> {
                return string(i);
            }
            case ',' -> frames.getFirst().key = "";
            default -> {
                return isBare(i) ? bare(i) : i + 1;
            }
        }
        return i + 1;
    }

    private void close() {
        if (frames.size() == 1) {
            return;
        }
        Frame frame = frames.pop();
        for (Decoded value : frame.values) {
            boolean harmless = frame.name.isEmpty() || listed.test(frame.name);
            if (SecretNames.isSecret(frame.name) || !harmless && !SecretNames.isHarmlessValue(value.text())) {
                marks.addAll(value);
            }
        }
    }

    private int string(int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        Decoded decoded = Decoded.json(text, start + 1, Math.max(start + 1, end));
        int colon = Math.min(end + 1, text.length());
        while (colon < text.length() && " \t\r\n".indexOf(text.charAt(colon)) >= 0) {
            colon++;
        }
        Frame frame = frames.getFirst();
        if (colon < text.length() && text.charAt(colon) == ':') {
            frame.key = decoded.text();
            return colon + 1;
        }
        if (frame.isSecret()) {
            marks.addAll(decoded);
        } else {
            marks.add(decoded, SecretText.find(decoded.text()));
        }
        if (frame.key.equals("name")) {
            frame.name = decoded.text();
        } else if (frame.key.equals("value")) {
            frame.values.add(decoded);
        }
        return Math.min(end + 1, text.length());
    }

    private boolean isBare(int i) {
        char c = text.charAt(i);
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
        }
        boolean secondHalf = Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        return secondHalf || !Marks.carriesShape(text.codePointAt(i));
    }

    /** A number under a secret key, or a word whose quotes are missing; true, false and null tell nothing. */
    private int bare(int start) {
        int end = start;
        while (end < text.length() && isBare(end)) {
            end++;
        }
        char first = text.charAt(start);
        if (frames.getFirst().isSecret() && (first == '-' || first >= '0' && first <= '9')) {
            marks.addBare(start, end);
            return end;
        }
        Decoded decoded = Decoded.plain(text, start, end);
        if (frames.getFirst().isSecret() && !TELL_NOTHING.contains(decoded.text())) {
            marks.addAll(decoded);
        } else {
            marks.add(decoded, SecretText.find(decoded.text()));
        }
        return end;
    }
}
