package io.cacheaudit.document.ceph;

import io.cacheaudit.document.ceph.CephConf.Entry;
import io.cacheaudit.document.ceph.CephConf.Ignored;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The hand-written parser: one line at a time, a malformed line is dropped and the rest counts. Source: Ceph v0.80
 * src/common/ConfUtils.cc ConfFile::load_from_buffer and ConfFile::process_line; the same up to v14.2.
 */
final class LinesParser {
    private final String path;
    private final byte[] content;
    private final Positions positions;
    private final Statements statements = new Statements();
    private final LogicalLine line = new LogicalLine();

    LinesParser(String path, byte[] content) {
        this.path = path;
        this.content = content;
        this.positions = new Positions(path, content, false);
    }

    CephConf parse() {
        int at = 0;
        int firstOfLine = 0;
        while (at < content.length && !statements.full()) {
            int end = at;
            boolean hasNul = false;
            while (end < content.length && content[end] != '\n') {
                hasNul |= content[end] == 0;
                end++;
            }
            if (end == content.length) {
                drop(at, end, "the last line does not end with a newline");
                line.clear();
                break;
            }
            if (line.isEmpty()) {
                firstOfLine = at;
            }
            physical(at, end, hasNul);
            at = end + 1;
        }
        if (!line.isEmpty()) {
            drop(firstOfLine, content.length, "the last line ends with a backslash");
        }
        return statements.conf(path);
    }

    private void physical(int from, int end, boolean hasNul) {
        boolean isText = Utf8.firstInvalid(content, from, end) < 0;
        if (hasNul || !isText) {
            drop(from, end, hasNul ? "the line holds a NUL byte" : "the line is not UTF-8");
            line.clear();
            return;
        }
        if (end > from && content[end - 1] == '\\') {
            line.append(content, from, end - 1);
            return;
        }
        line.append(content, from, end);
        statement();
        line.clear();
    }

    private void drop(int from, int end, String why) {
        int at = from;
        while (at < end && Keys.isSpace(content[at])) {
            at++;
        }
        boolean isComment = at < end && (content[at] == '#' || content[at] == ';');
        if (at < end && !isComment) {
            ignore(at, Keys.guess(content, at, end), why);
        }
    }

    private void ignore(int offset, String looksLike, String why) {
        statements.ignore(new Ignored(positions.at(offset), statements.section(), looksLike, why));
    }

    private void statement() {
        int at = skipSpace(0);
        if (at == line.length()) {
            return;
        }
        switch (line.at(at)) {
            case '[' -> header(at);
            case ']' -> malformed(at, "the line begins with a bracket that closes nothing");
            case '#', ';' -> comment(at);
            default -> assignment(at);
        }
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < line.length() && Keys.isSpace(line.at(at))) {
            at++;
        }
        return at;
    }

    private void malformed(int at, String why) {
        ignore(line.offset(at), Keys.guess(line.bytes(), at, line.length()), why);
    }

    /** A comment takes every piece of the line with it: a backslash at its end swallows what follows. */
    private void comment(int at) {
        for (int piece = 0; piece < line.pieces(); piece++) {
            int begin = line.begin(piece);
            int end = piece + 1 < line.pieces() ? line.begin(piece + 1) : line.length();
            int first = Math.min(skipSpace(begin), end);
            if (begin > at && first < end) {
                String looksLike = Keys.guess(line.bytes(), first, end);
                ignore(line.offset(first), looksLike, "the comment above ends with a backslash and swallows the line");
            }
        }
    }

    private void header(int at) {
        Text name = new Text();
        int i = at + 1;
        while (i < line.length() && (name.escaping || line.at(i) != ']')) {
            if (!name.escaping && isCommentStart(i)) {
                malformed(at, "the section header holds a comment character; its keys fall into the section above");
                return;
            }
            name.take(line.at(i++));
        }
        String section = Keys.collapsed(name.text());
        if (i == line.length()) {
            malformed(at, "the section header is not closed; its keys fall into the section above");
        } else if (section.isEmpty()) {
            malformed(at, "the section header is empty; its keys fall into the section above");
        } else if (endsHere(i + 1)) {
            statements.enter(section);
        } else {
            malformed(at, "text follows the section header; its keys fall into the section above");
        }
    }

    private void assignment(int at) {
        Text key = new Text();
        int i = at;
        while (i < line.length() && (key.escaping || line.at(i) != '=')) {
            if (!key.escaping && isCommentStart(i)) {
                malformed(at, "the key holds a comment character");
                return;
            }
            key.take(line.at(i++));
        }
        String normalised = Keys.ofLines(key.text());
        if (i == line.length()) {
            malformed(at, "the line has no =");
        } else if (normalised.isEmpty()) {
            malformed(at, "the line has no key");
        } else {
            String rawKey = Keys.trim(Utf8.text(line.bytes(), at, i));
            value(at, i + 1, rawKey, normalised);
        }
    }

    private void value(int keyAt, int afterEquals, String rawKey, String key) {
        int at = skipSpace(afterEquals);
        boolean quoted = at < line.length() && line.at(at) == '"';
        Text value = new Text();
        int i = quoted ? at + 1 : at;
        while (i < line.length() && (value.escaping || !endsValue(i, quoted))) {
            value.take(line.at(i++));
        }
        if (quoted && i == line.length()) {
            malformed(keyAt, "the quoted value is not closed");
            return;
        }
        if (quoted && !endsHere(i + 1)) {
            malformed(keyAt, "text follows the quoted value");
            return;
        }
        if (!quoted && value.escaping) {
            malformed(keyAt, "the value ends with a backslash that escapes nothing");
            return;
        }
        if (!quoted && i < line.length()) {
            comment(i);
        }
        String text = quoted ? value.text() : Keys.trim(value.text());
        Provenance valueAt = positions.at(line.offset(at == line.length() ? afterEquals : at));
        Provenance here = positions.at(line.offset(keyAt));
        statements.add(new Entry(statements.section(), rawKey, key, new Located<>(text, valueAt), here));
    }

    private boolean endsValue(int i, boolean quoted) {
        return quoted ? line.at(i) == '"' : isCommentStart(i);
    }

    private boolean isCommentStart(int i) {
        return line.at(i) == '#' || line.at(i) == ';';
    }

    /** Nothing but white space or a comment follows. */
    private boolean endsHere(int from) {
        int at = skipSpace(from);
        if (at < line.length() && isCommentStart(at)) {
            comment(at);
            return true;
        }
        return at == line.length();
    }

    /** Bytes with their escapes removed: a backslash goes, the byte after it stays whatever it is. */
    private static final class Text {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean escaping;

        void take(byte next) {
            if (next == '\\' && !escaping) {
                escaping = true;
            } else {
                escaping = false;
                bytes.write(next);
            }
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
