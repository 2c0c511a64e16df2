package io.cacheaudit.text.xml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tag as it stands in the text.
 *
 * @param start the offset of its {@code <}
 * @param end the offset after its {@code >}
 * @param name as written, prefix included
 * @param attributes the offset of each attribute's name, by name as written
 * @param fault what keeps the tag from being well-formed
 */
record Tag(
        Kind kind,
        int start,
        int end,
        String name,
        Map<String, Integer> attributes,
        @Nullable Fault fault) {
    enum Kind {
        OPENING,
        CLOSING,
        EMPTY,
        /** {@code <!DOCTYPE} or another declaration. */
        DECLARATION,
        /** Begins with {@code <} and never ends. */
        UNFINISHED
    }

    /** A malformed place. */
    record Fault(int offset, String message) {}
}
