package io.cacheaudit.text;

import java.util.Arrays;

/** Turns offsets into a decoded text into positions, each in logarithmic time. Lines end at LF or CR LF. */
public final class Positions {
    private final String source;
    private final int length;
    private final int[] lineStarts;
    /** Offsets of the second halves of surrogate pairs: what a UTF-16 offset counts and a column does not. */
    private final int[] pairedHalves;

    public Positions(String source, String text) {
        this.source = source;
        length = text.length();
        int[] starts = new int[16];
        int lines = 1;
        int[] halves = new int[0];
        int pairs = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                starts = grown(starts, lines);
                starts[lines++] = i + 1;
            } else if (Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1))) {
                halves = grown(halves, pairs);
                halves[pairs++] = i;
            }
        }
        lineStarts = Arrays.copyOf(starts, lines);
        pairedHalves = Arrays.copyOf(halves, pairs);
    }

    /** The position of an offset; one outside the text counts as its nearest end. */
    public Provenance at(int offset) {
        int inside = Math.max(0, Math.min(offset, length));
        int line = upTo(lineStarts, inside);
        int start = lineStarts[line - 1];
        int halves = upTo(pairedHalves, inside - 1) - upTo(pairedHalves, start - 1);
        return new Provenance(source, line, inside - start - halves + 1);
    }

    private static int[] grown(int[] values, int needed) {
        return needed < values.length ? values : Arrays.copyOf(values, Math.max(16, values.length * 2));
    }

    /** How many of the sorted values are at most {@code limit}. */
    private static int upTo(int[] sorted, int limit) {
        int found = Arrays.binarySearch(sorted, limit);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
