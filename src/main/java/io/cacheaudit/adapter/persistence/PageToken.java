package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.BadPageToken;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The key of the last row of a page, as a text that callers hand back.
 *
 * @param list the list it belongs to; a token of another one is refused
 */
record PageToken(String list, List<String> key) {
    /** Stands in no key. */
    private static final String SEPARATOR = "\n";

    String text() {
        String plain = list + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static PageToken of(String text, String list, int parts) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> words = List.of(plain.split(SEPARATOR, -1));
            // U+0000 is in no key, and the database refuses it.
            if (words.size() == parts + 1 && words.get(0).equals(list) && plain.indexOf(0) < 0) {
                return new PageToken(list, words.subList(1, words.size()));
            }
        } catch (IllegalArgumentException e) {
            throw new BadPageToken();
        }
        throw new BadPageToken();
    }

    Instant instant(int part) {
        try {
            return Instant.parse(key.get(part));
        } catch (DateTimeException e) {
            throw new BadPageToken();
        }
    }

    int number(int part) {
        try {
            return Integer.parseInt(key.get(part));
        } catch (NumberFormatException e) {
            throw new BadPageToken();
        }
    }
}
