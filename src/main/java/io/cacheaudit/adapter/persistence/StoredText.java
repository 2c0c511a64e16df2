package io.cacheaudit.adapter.persistence;

import org.jspecify.annotations.Nullable;

/**
 * Text in a form that PostgreSQL takes. Its text type holds neither U+0000 nor halves of surrogate pairs, while host files
 * and names may; those stand behind an escape character, so that reading gives back what was written.
 */
final class StoredText {
    private static final char ESCAPE = '\u001A';
    private static final int HEX = 16;

    private StoredText() {}

    static String encode(String text) {
        StringBuilder encoded = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || c == ESCAPE || (Character.isSurrogate(c) && !pair)) {
                encoded = encoded == null ? new StringBuilder(text.substring(0, i)) : encoded;
                encoded.append(ESCAPE).append(String.format("%04x", (int) c));
            } else if (encoded != null) {
                encoded.append(c);
            }
            if (pair) {
                i++;
                if (encoded != null) {
                    encoded.append(text.charAt(i));
                }
            }
        }
        return encoded == null ? text : encoded.toString();
    }

    static @Nullable String encodeNullable(@Nullable String text) {
        return text == null ? null : encode(text);
    }

    static String decode(String stored) {
        if (stored.indexOf(ESCAPE) < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < stored.length(); i++) {
            if (stored.charAt(i) == ESCAPE) {
                text.append((char) Integer.parseInt(stored.substring(i + 1, i + 5), HEX));
                i += 4;
            } else {
                text.append(stored.charAt(i));
            }
        }
        return text.toString();
    }

    static @Nullable String decodeNullable(@Nullable String stored) {
        return stored == null ? null : decode(stored);
    }
}
