package io.cacheaudit.document.redact;

import java.util.BitSet;
import java.util.TreeMap;

/** The secret stretches of one document. */
final class Marks {
    private final TreeMap<Integer, Integer> stars = new TreeMap<>();
    private final TreeMap<Integer, Integer> quoted = new TreeMap<>();

    /** Marks the characters of {@code decoded} that {@code secret} names, but for those that carry shape. */
    void add(Decoded decoded, BitSet secret) {
        String text = decoded.text();
        int i = secret.nextSetBit(0);
        while (i >= 0 && i < text.length()) {
            int code = text.codePointAt(i);
            int last = i + Character.charCount(code) - 1;
            if (!carriesShape(code)) {
                stars.put(decoded.start(i), decoded.end(last));
            }
            i = secret.nextSetBit(last + 1);
        }
    }

    /** Marks all of {@code decoded}. */
    void addAll(Decoded decoded) {
        BitSet all = new BitSet();
        all.set(0, decoded.text().length());
        add(decoded, all);
    }

    /** Marks a bare JSON number or word, which is written as a string of asterisks. */
    void addBare(int from, int to) {
        quoted.put(from, to);
    }

    /** The document with an asterisk in place of each marked code point. */
    String apply(String raw) {
        StringBuilder masked = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            Integer star = stars.get(i);
            Integer bare = quoted.get(i);
            if (bare != null) {
                masked.append('"')
                        .append("*".repeat(raw.codePointCount(i, bare)))
                        .append('"');
                i = bare;
            } else if (star != null) {
                masked.append('*');
                i = star;
            } else {
                masked.append(raw.charAt(i));
                i++;
            }
        }
        return masked.toString();
    }

    /** Quotes, escapes, comment marks, variables, blanks, controls and undecodable bytes keep grammar and columns. */
    static boolean carriesShape(int code) {
        return "\"'\\#;${}*".indexOf(code) >= 0
                || Character.isISOControl(code)
                || Character.isWhitespace(code)
                || Character.isSpaceChar(code)
                || code >= 0xd800 && code <= 0xdfff;
    }
}
