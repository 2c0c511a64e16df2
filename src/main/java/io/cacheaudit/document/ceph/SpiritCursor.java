package io.cacheaudit.document.ceph;

import io.cacheaudit.document.ceph.CephConf.State;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file and the tokens of the Spirit grammar: each moves {@code at} as Spirit's iterators move. Comments and
 * backslash-newlines are skipped before each token outside quotes; what was skipped stays skipped where a token fails. It
 * stops for good at the first fault.
 */
final class SpiritCursor {
    /** No character. */
    static final int NONE = -1;

    final byte[] bytes;
    int at;

    private final boolean abortsOnNonAscii;
    private final Positions positions;
    private int runFrom = NONE;
    private int runTo = NONE;
    private @Nullable State state;
    private @Nullable Problem fault;

    SpiritCursor(String path, byte[] bytes, boolean abortsOnNonAscii) {
        this.bytes = bytes;
        this.abortsOnNonAscii = abortsOnNonAscii;
        this.positions = new Positions(path, bytes, true);
    }

    /** What the first fault made of the file; null while there is none. */
    @Nullable
    State state() {
        return state;
    }

    @Nullable
    Problem fault() {
        return fault;
    }

    boolean goesOn() {
        return state == null;
    }

    /** Records the first fault; always false. */
    boolean refuse(int offset, String why) {
        if (state == null) {
            state = State.REFUSED;
            fault = new Problem(position(offset), why);
        }
        return false;
    }

    Provenance position(int offset) {
        return positions.at(offset);
    }

    boolean has(char c) {
        return at < bytes.length && bytes[at] == c;
    }

    boolean endsLine(int offset) {
        return bytes[offset] == '\n' || bytes[offset] == '\r';
    }

    /** One byte of text, its escape removed; NONE, and nothing skipped, at one of the excluded characters. */
    int textChar(boolean skipping, String excluded) {
        int start = at;
        if (skipping) {
            skip();
        }
        if (at >= bytes.length || !goesOn()) {
            return NONE;
        }
        byte c = bytes[at];
        if (c > 0 && excluded.indexOf(c) >= 0) {
            at = start;
            return NONE;
        }
        if (c == '\\' && at + 1 < bytes.length && !endsLine(at + 1)) {
            at += 2;
            return bytes[at - 1] & 0xFF;
        }
        if (c == '#' || c == ';' || endsLine(at)) {
            return NONE;
        }
        at++;
        return c & 0xFF;
    }

    /** At least one line end, with blanks and comments before each. */
    boolean emptyLines() {
        boolean any = false;
        while (goesOn()) {
            skip();
            int end = blankEnd();
            if (end >= bytes.length || !endsLine(end)) {
                return any;
            }
            at = eolEnd(end);
            any = true;
        }
        return any;
    }

    /** Any number of bare line ends. */
    void eols() {
        skip();
        while (goesOn() && at < bytes.length && endsLine(at)) {
            at = eolEnd(at);
            skip();
        }
    }

    void blanks() {
        skip();
        at = blankEnd();
    }

    /** At least one blank; unlike {@link #blanks} it skips before each. */
    boolean blankRun() {
        boolean any = false;
        skip();
        while (goesOn() && at < bytes.length && isBlank(at)) {
            at++;
            any = true;
            skip();
        }
        return any;
    }

    /** Passes over comments, the blanks before them, and backslash-newlines. */
    void skip() {
        boolean skipped = true;
        while (skipped && goesOn()) {
            skipped = false;
            if (has('\\') && at + 1 < bytes.length && endsLine(at + 1)) {
                at = eolEnd(at + 1);
                skipped = true;
            }
            int end = blankEnd();
            if (end < bytes.length && (bytes[end] == '#' || bytes[end] == ';') && goesOn()) {
                at = end;
                while (at < bytes.length && !endsLine(at)) {
                    at++;
                }
                skipped = true;
            }
        }
    }

    /** The end of the blanks at {@code at}; remembered, for Spirit looks again at every character. */
    int blankEnd() {
        if (runFrom > at || at > runTo) {
            int end = at;
            while (end < bytes.length && isBlank(end)) {
                end++;
            }
            runFrom = at;
            runTo = end;
        }
        return runTo;
    }

    /** Asks whether a byte is a blank: where assertions are on, asking about a byte that is not ASCII is fatal. */
    private boolean isBlank(int offset) {
        if (bytes[offset] < 0 && abortsOnNonAscii && state == null) {
            state = State.ABORTS;
            fault = new Problem(position(offset), "a character that is not ASCII trips an assertion of this build");
        }
        return bytes[offset] == ' ' || bytes[offset] == '\t';
    }

    private int eolEnd(int offset) {
        boolean crLf = bytes[offset] == '\r' && offset + 1 < bytes.length && bytes[offset + 1] == '\n';
        return offset + (crLf ? 2 : 1);
    }
}
