package io.cacheaudit.document.nova;

import io.cacheaudit.text.Provenance;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One {@code key = value} as oslo.config reads it: quotes removed, continuation lines joined by a newline.
 *
 * @param section as written between the brackets
 * @param parts the value line by line, each where its text begins; never empty
 */
public record Assignment(String section, String key, Provenance keyAt, List<Part> parts) {
    /** One line of a value. */
    public record Part(Provenance at, String text) {}

    public Assignment {
        parts = List.copyOf(parts);
    }

    public String value() {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }

    public Provenance valueAt() {
        return parts.get(0).at();
    }

    /** Where the character at {@code offset} of {@link #value} stands. */
    public Provenance at(int offset) {
        int rest = offset;
        for (Part part : parts) {
            if (rest <= part.text().length()) {
                int column = part.at().column() + part.text().codePointCount(0, rest);
                return new Provenance(part.at().source(), part.at().line(), column);
            }
            rest -= part.text().length() + 1;
        }
        return valueAt();
    }
}
