package io.cacheaudit.document.redact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stretch of a document with its escapes resolved, and for each of its characters where it stands in the document. */
final class Decoded {
    private static final Map<String, Integer> ENTITIES =
            Map.of("amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"', "apos", (int) '\'');
    private static final int LONGEST_ENTITY = 10;

    private final StringBuilder text = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    private Decoded(int capacity) {
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static Decoded plain(String raw, int from, int to) {
        Decoded decoded = new Decoded(to - from);
        for (int i = from; i < to; i++) {
            decoded.add(raw.charAt(i), i, i + 1);
        }
        return decoded;
    }

    static Decoded xml(String raw, int from, int to) {
        Decoded decoded = new Decoded(to - from);
        int i = from;
        while (i < to) {
            int semicolon = raw.charAt(i) == '&' ? raw.indexOf(';', i) : -1;
            Integer code = semicolon > i && semicolon < Math.min(to, i + LONGEST_ENTITY + 2)
                    ? entity(raw.substring(i + 1, semicolon))
                    : null;
            if (code == null) {
                decoded.add(raw.charAt(i), i, i + 1);
                i++;
            } else {
                decoded.addCodePoint(code, i, semicolon + 1);
                i = semicolon + 1;
            }
        }
        return decoded;
    }

    private static @Nullable Integer entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.get(name);
        }
        boolean hex = name.startsWith("#x");
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff) ? code : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    static Decoded json(String raw, int from, int to) {
        Decoded decoded = new Decoded(to - from);
        int i = from;
        while (i < to) {
            int length = raw.charAt(i) == '\\' && i + 1 < to ? raw.charAt(i + 1) == 'u' ? 6 : 2 : 1;
            int end = Math.min(to, i + length);
            decoded.add(length == 1 ? raw.charAt(i) : escaped(raw, i, end), i, end);
            i = end;
        }
        return decoded;
    }

    private static char escaped(String raw, int from, int end) {
        char kind = raw.charAt(from + 1);
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode(raw.substring(from + 2, end));
            default -> kind;
        };
    }

    private static char unicode(String digits) {
        try {
            return digits.length() == 4 ? (char) Integer.parseInt(digits, 16) : '\\';
        } catch (NumberFormatException none) {
            return '\\';
        }
    }

    private void add(char c, int start, int end) {
        starts[text.length()] = start;
        ends[text.length()] = end;
        text.append(c);
    }

    private void addCodePoint(int code, int start, int end) {
        for (char c : Character.toChars(code)) {
            add(c, start, end);
        }
    }

    String text() {
        return text.toString();
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }
}
