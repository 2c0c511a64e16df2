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
            int longest = Math.min(to, i + LONGEST_ENTITY + 2);
            int semicolon = raw.charAt(i) == '&' ? raw.substring(i, longest).indexOf(';') + i : i;
            Integer code = semicolon > i ? entity(raw.substring(i + 1, semicolon)) : null;
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
        int code = name.startsWith("#x") ? number(name.substring(2), 16) : number(name.substring(1), 10);
        return Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff) ? code : null;
    }

    /** The value of one to ten digits of ASCII, or -1; what overflows is no code point either. */
    private static int number(String digits, int radix) {
        long value = digits.isEmpty() ? -1 : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            value = digit < 0 ? -1 : value * radix + digit;
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    static Decoded json(String raw, int from, int to) {
        Decoded decoded = new Decoded(to - from);
        int i = from;
        while (i < to) {
            int unicode = raw.startsWith("\\u", i) && i + 6 <= to ? number(raw.substring(i + 2, i + 6), 16) : -1;
            int length = unicode >= 0 ? 6 : raw.charAt(i) == '\\' && i + 1 < to ? 2 : 1;
            char c = length == 1 ? raw.charAt(i) : unicode >= 0 ? (char) unicode : escaped(raw.charAt(i + 1));
            decoded.add(c, i, i + length);
            i += length;
        }
        return decoded;
    }

    private static char escaped(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> kind;
        };
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
