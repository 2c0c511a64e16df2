package io.cacheaudit.adapter.json;

import io.cacheaudit.text.Provenance;

/** Line and column of ascending offsets in one text, in one pass over it; an earlier offset starts again. */
final class TextPositions {
    private final String source;
    private final char[] text;
    private final int length;
    private int offset;
    private int line = 1;
    private int column = 1;

    TextPositions(String source, char[] text, int length) {
        this.source = source;
        this.text = text;
        this.length = length;
    }

    /** The position of an offset in UTF-16 units; beyond the text it is the place behind its last character. */
    Provenance at(long target) {
        if (target < offset) {
            offset = 0;
            line = 1;
            column = 1;
        }
        while (offset < target && offset < length) {
            advance();
        }
        return new Provenance(source, line, column);
    }

    private void advance() {
        char unit = text[offset++];
        if (unit == '\n') {
            line++;
            column = 1;
        } else if (!(Character.isLowSurrogate(unit) && offset > 1 && Character.isHighSurrogate(text[offset - 2]))) {
            column++;
        }
    }
}
