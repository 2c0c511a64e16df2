package io.cacheaudit.document.ceph;

import io.cacheaudit.text.Provenance;

/**
 * Turns byte offsets into lines and columns. It remembers the line it answered last and walks from there, so a parser
 * that goes through a file asks in linear time altogether.
 */
final class Positions {
    private final String source;
    private final byte[] bytes;
    private final boolean crEndsLine;
    private int line = 1;
    private int lineStart;
    private int lookedAt;

    Positions(String source, byte[] bytes, boolean crEndsLine) {
        this.source = source;
        this.bytes = bytes;
        this.crEndsLine = crEndsLine;
    }

    Provenance at(int offset) {
        while (offset < lineStart) {
            int before = lineStart - 1;
            while (!startsLine(before)) {
                before--;
            }
            lineStart = before;
            lookedAt = before;
            line--;
        }
        for (; lookedAt < offset; lookedAt++) {
            if (startsLine(lookedAt + 1)) {
                line++;
                lineStart = lookedAt + 1;
            }
        }
        return new Provenance(source, line, 1 + Utf8.points(bytes, lineStart, offset));
    }

    private boolean startsLine(int offset) {
        if (offset == 0) {
            return true;
        }
        byte before = bytes[offset - 1];
        boolean lfFollows = offset < bytes.length && bytes[offset] == '\n';
        return before == '\n' || crEndsLine && before == '\r' && !lfFollows;
    }
}
