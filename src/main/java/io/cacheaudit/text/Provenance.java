package io.cacheaudit.text;

import java.util.Comparator;
import java.util.Objects;

/**
 * A position in a named text. Line and column count from 1, columns in code points, a tab counts one, lines end at LF or
 * CR LF (and at CR where the grammar says so). Line and column 0 mean the text as a whole.
 */
public record Provenance(String source, int line, int column) implements Comparable<Provenance> {
    private static final Comparator<Provenance> ORDER = Comparator.comparing(Provenance::source)
            .thenComparingInt(Provenance::line)
            .thenComparingInt(Provenance::column);

    public Provenance {
        Objects.requireNonNull(source, "source");
        if (line < 0 || column < 0 || (line == 0) != (column == 0)) {
            throw new IllegalArgumentException("position " + line + ":" + column + " of " + source);
        }
    }

    /** The text as a whole. */
    public static Provenance whole(String source) {
        return new Provenance(source, 0, 0);
    }

    public boolean isWhole() {
        return line == 0;
    }

    @Override
    public int compareTo(Provenance other) {
        return ORDER.compare(this, other);
    }

    /** {@code source:line:column}, or the source alone for a whole text. */
    @Override
    public String toString() {
        return isWhole() ? source : source + ":" + line + ":" + column;
    }
}
