package io.cacheaudit.document.ceph;

import static io.cacheaudit.document.ceph.SpiritCursor.NONE;

import io.cacheaudit.document.ceph.CephConf.Entry;
import io.cacheaudit.document.ceph.CephConf.State;
import io.cacheaudit.text.Located;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The Boost.Spirit grammar: one malformed line refuses the whole file. Each method stands for a rule of the grammar.
 * Source: Ceph v15.2.0 src/common/ConfUtils.cc IniGrammer and ConfFile::parse_buffer; equivalent in v20.2.4.
 */
final class SpiritParser {
    private final String path;
    private final byte[] bytes;
    private final SpiritCursor cursor;
    private final Statements statements = new Statements();
    private boolean afterHeader;

    SpiritParser(String path, byte[] bytes, boolean abortsOnNonAscii) {
        this.path = path;
        this.bytes = bytes;
        this.cursor = new SpiritCursor(path, bytes, abortsOnNonAscii);
    }

    CephConf parse() {
        int invalid = Utf8.firstInvalid(bytes, 0, bytes.length);
        if (invalid >= 0) {
            cursor.refuse(invalid, "a byte is not UTF-8");
        } else {
            file();
        }
        State state = cursor.state();
        return state == null ? statements.conf(path) : statements.conf(path, state, cursor.fault());
    }

    /** A file of exactly one key, or any number of sections. */
    private void file() {
        boolean oneKey = keyValue();
        if (!oneKey && goesOn()) {
            cursor.at = 0;
            cursor.eols();
            boolean more = true;
            while (more && goesOn()) {
                more = section();
            }
        }
        cursor.skip();
        if (goesOn() && cursor.at < bytes.length) {
            cursor.refuse(cursor.blankEnd(), SpiritFault.unexpected(bytes, cursor.at, oneKey, afterHeader));
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
        cursor.eols();
        return goesOn();
    }

    private boolean startsHeading() {
        int start = cursor.at;
        cursor.skip();
        boolean starts = cursor.has('[');
        cursor.at = start;
        return starts;
    }

    private boolean heading() {
        int start = cursor.at;
        cursor.skip();
        if (!cursor.has('[')) {
            cursor.at = start;
            return false;
        }
        int bracket = cursor.at++;
        String name = text(true, "]");
        cursor.skip();
        if (name.isEmpty()) {
            return cursor.refuse(bracket, "the section header is empty");
        }
        if (!cursor.has(']')) {
            return cursor.refuse(bracket, "the section header is not closed, or holds a comment character");
        }
        cursor.at++;
        if (!cursor.emptyLines()) {
            return cursor.refuse(cursor.blankEnd(), SpiritFault.afterHeader(bytes, cursor.at));
        }
        afterHeader = true;
        statements.enter(name);
        return goesOn();
    }

    private boolean keyValue() {
        int start = cursor.at;
        cursor.blanks();
        cursor.skip();
        int keyAt = cursor.at;
        int keyEnd = key();
        cursor.blanks();
        cursor.skip();
        if (keyEnd == NONE || !goesOn() || !cursor.has('=')) {
            cursor.at = start;
            return false;
        }
        int afterEquals = ++cursor.at;
        cursor.blanks();
        cursor.skip();
        int first = cursor.blankEnd();
        int valueAt = first < bytes.length && !cursor.endsLine(first) ? first : afterEquals;
        String value = value();
        if (value == null || !goesOn()) {
            return false;
        }
        if (!cursor.emptyLines()) {
            return cursor.refuse(cursor.blankEnd(), SpiritFault.afterValue(bytes, cursor.at));
        }
        String rawKey = Keys.trim(Utf8.text(bytes, keyAt, keyEnd));
        Located<String> located = new Located<>(Keys.trim(value), cursor.position(valueAt));
        String key = Keys.ofSpirit(rawKey);
        statements.add(new Entry(statements.section(), rawKey, key, located, cursor.position(keyAt)));
        return goesOn();
    }

    /** The end of the key's raw text, or NONE; words joined by blanks. */
    private int key() {
        if (!word()) {
            return NONE;
        }
        int end = cursor.at;
        boolean more = true;
        while (more && goesOn()) {
            more = cursor.blankRun() && word();
            end = more ? cursor.at : end;
        }
        cursor.at = end;
        return end;
    }

    private boolean word() {
        boolean any = false;
        while (goesOn() && cursor.textChar(true, "=[ ") != NONE) {
            any = true;
        }
        return any;
    }

    private @Nullable String value() {
        if (!cursor.has('"') && !cursor.has('\'')) {
            return text(true, "");
        }
        int open = cursor.at++;
        char quote = (char) bytes[open];
        String text = text(false, String.valueOf(quote));
        if (!cursor.has(quote)) {
            cursor.refuse(open, SpiritFault.inQuotes(bytes, cursor.at));
            return null;
        }
        cursor.at++;
        return text;
    }

    private String text(boolean skipping, String excluded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int next = cursor.textChar(skipping, excluded);
        while (next != NONE) {
            out.write(next);
            next = cursor.textChar(skipping, excluded);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private boolean goesOn() {
        return cursor.goesOn() && !statements.full();
    }
}
