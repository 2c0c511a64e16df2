package io.cacheaudit.document.ceph;

import io.cacheaudit.document.ceph.CephConf.Entry;
import io.cacheaudit.document.ceph.CephConf.State;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The Boost.Spirit grammar: one malformed line refuses the whole file. Each method stands for a rule of the grammar and
 * moves {@code at} as Spirit's iterators move; comments and continuation markers are skipped before each token, outside
 * quotes. Source: Ceph v15.2.0 src/common/ConfUtils.cc IniGrammer and ConfFile::parse_buffer; equivalent in v20.2.4.
 */
final class SpiritParser {
    private static final int NONE = -1;

    private final String path;
    private final byte[] bytes;
    private final boolean abortsOnNonAscii;
    private final Positions positions;
    private final Statements statements = new Statements();
    private int at;
    private boolean entered;
    private int runFrom = NONE;
    private int runTo = NONE;
    private @Nullable State state;
    private @Nullable Problem fault;

    SpiritParser(String path, byte[] bytes, boolean abortsOnNonAscii) {
        this.path = path;
        this.bytes = bytes;
        this.abortsOnNonAscii = abortsOnNonAscii;
        this.positions = new Positions(path, bytes, true);
    }

    CephConf parse() {
        int invalid = Utf8.firstInvalid(bytes, 0, bytes.length);
        if (invalid >= 0) {
            refuse(invalid, "a byte is not UTF-8");
        } else {
            file();
        }
        State reached = state;
        return reached == null ? statements.conf(path) : statements.conf(path, reached, fault);
    }

    private void file() {
        boolean oneKey = keyValue();
        if (!oneKey && goesOn()) {
            at = 0;
            eols();
            boolean more = true;
            while (more && goesOn()) {
                more = section();
            }
        }
        skip();
        if (goesOn() && at < bytes.length) {
            refuse(at, SpiritFault.unexpected(bytes, at, oneKey, entered));
        }
    }

    private boolean section() {
        if (!heading()) {
            return false;
        }
        boolean more = true;
        while (more && goesOn()) {
            more = !startsHeading() && keyValue();
        }
        eols();
        return goesOn();
    }

    private boolean startsHeading() {
        int start = at;
        skip();
        boolean starts = has('[');
        at = start;
        return starts;
    }

    private boolean heading() {
        int start = at;
        skip();
        if (!has('[')) {
            at = start;
            return false;
        }
        int bracket = at++;
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        int next = textChar(true, "]");
        while (next != NONE && goesOn()) {
            name.write(next);
            next = textChar(true, "]");
        }
        skip();
        if (name.size() == 0) {
            return refuse(bracket, "the section header is empty");
        }
        if (!has(']')) {
            return refuse(bracket, "the section header is not closed, or holds a comment character");
        }
        at++;
        if (!emptyLines()) {
            return refuse(at, SpiritFault.afterHeader(bytes, at));
        }
        entered = true;
        statements.enter(name.toString(StandardCharsets.UTF_8));
        return goesOn();
    }

    private boolean keyValue() {
        int start = at;
        blanks();
        skip();
        int keyAt = at;
        int keyEnd = key();
        blanks();
        skip();
        if (keyEnd == NONE || !goesOn() || !has('=')) {
            at = start;
            return false;
        }
        at++;
        int afterEquals = at;
        blanks();
        skip();
        int first = blankEnd();
        int valueAt = first < bytes.length && !endsLine(first) ? first : afterEquals;
        String value = value();
        if (value == null || !goesOn()) {
            return false;
        }
        if (!emptyLines()) {
            return refuse(at, SpiritFault.afterValue(bytes, at));
        }
        String rawKey = Keys.trim(Utf8.text(bytes, keyAt, keyEnd));
        Located<String> located = new Located<>(Keys.trim(value), positions.at(valueAt));
        statements.add(new Entry(statements.section(), rawKey, Keys.ofSpirit(rawKey), located, positions.at(keyAt)));
        return goesOn();
    }

    /** The end of the key's raw text, or NONE; words joined by blanks. */
    private int key() {
        if (!word()) {
            return NONE;
        }
        int end = at;
        boolean more = true;
        while (more && goesOn()) {
            more = blankRun() && word();
            end = more ? at : end;
        }
        at = end;
        return end;
    }

    private boolean word() {
        boolean any = false;
        while (goesOn() && textChar(true, "=[ ") != NONE) {
            any = true;
        }
        return any;
    }

    private boolean blankRun() {
        boolean any = false;
        skip();
        while (goesOn() && at < bytes.length && isBlank(at)) {
            at++;
            any = true;
            skip();
        }
        return any;
    }

    private @Nullable String value() {
        int start = at;
        skip();
        if (has('"') || has('\'')) {
            return quoted((char) bytes[at]);
        }
        at = start;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int next = textChar(true, "");
        while (next != NONE && goesOn()) {
            out.write(next);
            next = textChar(true, "");
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private @Nullable String quoted(char quote) {
        int open = at++;
        String closing = String.valueOf(quote);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int next = textChar(false, closing);
        while (next != NONE) {
            out.write(next);
            next = textChar(false, closing);
        }
        if (!has(quote)) {
            refuse(open, SpiritFault.inQuotes(bytes, at));
            return null;
        }
        at++;
        return out.toString(StandardCharsets.UTF_8);
    }

    /** One byte of text, its escape removed; NONE, and nothing skipped, at one of the excluded characters. */
    private int textChar(boolean skipping, String excluded) {
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
    private boolean emptyLines() {
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

    private void eols() {
        skip();
        while (goesOn() && at < bytes.length && endsLine(at)) {
            at = eolEnd(at);
            skip();
        }
    }

    private void blanks() {
        skip();
        at = blankEnd();
    }

    /** Passes over comments, the blanks before them, and backslash-newlines. */
    private void skip() {
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
    private int blankEnd() {
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
            fault = new Problem(positions.at(offset), "a character that is not ASCII trips an assertion of this build");
        }
        return bytes[offset] == ' ' || bytes[offset] == '\t';
    }

    private boolean has(char c) {
        return at < bytes.length && bytes[at] == c;
    }

    private boolean endsLine(int offset) {
        return bytes[offset] == '\n' || bytes[offset] == '\r';
    }

    private int eolEnd(int offset) {
        boolean crLf = bytes[offset] == '\r' && offset + 1 < bytes.length && bytes[offset + 1] == '\n';
        return offset + (crLf ? 2 : 1);
    }

    private boolean goesOn() {
        return state == null && !statements.full();
    }

    private boolean refuse(int offset, String why) {
        if (state == null) {
            state = State.REFUSED;
            fault = new Problem(positions.at(offset), why);
        }
        return false;
    }
}
