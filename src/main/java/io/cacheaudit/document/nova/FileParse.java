package io.cacheaudit.document.nova;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One run over one file. After a parse error it goes on with the next line, so that all of them are reported. */
final class FileParse {
    static final int MAX_CHARACTERS = 4 << 20;
    static final int MAX_LINES = 200_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Pattern OPTION = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,99})[ \\t]*(?:=|:(?=[ \\t]))");
    private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]\"',]{1,100})\\]");

    private final Document document;
    private final String text;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Swallowed> swallowed = new ArrayList<>();
    private final List<Problem> refusals = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private int line;
    private int lineStart;
    private @Nullable String section;
    private @Nullable Pending pending;

    private record Pending(
            String section, String key, Provenance keyAt, List<Assignment.Part> parts, List<Look> looks) {}

    private record Look(String section, @Nullable String key, Provenance at) {}

    FileParse(Document document) {
        this.document = document;
        this.text = document.text();
    }

    NovaConf.File run() {
        checkEncoding();
        int end = Math.min(text.length(), MAX_CHARACTERS);
        int next = 0;
        while (next < end && line < MAX_LINES) {
            lineStart = next;
            line++;
            int stop = next;
            while (stop < end && text.charAt(stop) != '\n' && text.charAt(stop) != '\r') {
                stop++;
            }
            next = stop + (text.startsWith("\r\n", stop) ? 2 : 1);
            readLine(PythonBlanks.trimmedEnd(text, lineStart, stop));
        }
        flush();
        if (next < text.length()) {
            problems.add(new Problem(
                    at(lineStart),
                    "longer than " + MAX_CHARACTERS + " characters or " + MAX_LINES + " lines, the rest is not read"));
        }
        return new NovaConf.File(document.path(), assignments, swallowed, refusals, problems);
    }

    private void checkEncoding() {
        int replaced = text.indexOf('\ufffd');
        if (replaced >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), document.content())) {
            int before = Math.max(text.lastIndexOf('\n', replaced), text.lastIndexOf('\r', replaced)) + 1;
            int lines = 1
                    + (int) text.substring(0, replaced)
                            .replace("\r\n", "\n")
                            .chars()
                            .filter(c -> c == '\n' || c == '\r')
                            .count();
            problems.add(new Problem(
                    new Provenance(document.path(), lines, 1 + text.codePointCount(before, replaced)),
                    "bytes that are not UTF-8"));
        }
    }

    private void readLine(int end) {
        if (end == lineStart) {
            flush();
            return;
        }
        char first = text.charAt(lineStart);
        if (first == ' ' || first == '\t') {
            continuation(end);
            return;
        }
        flush();
        if (first == BYTE_ORDER_MARK && lineStart == 0) {
            refuse("a byte-order mark before the first section");
        } else if (first == '[') {
            header(end);
        } else if (first != '#' && first != ';') {
            assignment(end);
        }
    }

    private void header(int end) {
        if (text.charAt(end - 1) != ']') {
            refuse("a section header ends with \"]\", text follows it");
        } else if (end - lineStart <= 2) {
            refuse("a section without a name");
        } else {
            section = text.substring(lineStart + 1, end - 1);
        }
    }

    private void assignment(int end) {
        int separator = separator(end);
        if (separator < 0) {
            refuse("neither a section, a comment nor an option: expected \"=\" or \":\"");
            return;
        }
        int keyEnd = PythonBlanks.trimmedEnd(text, lineStart, separator);
        int keyStart = PythonBlanks.skip(text, lineStart, keyEnd);
        if (keyStart == keyEnd) {
            refuse("an assignment without an option's name");
        } else if (section == null) {
            refuse("an assignment before the first section");
            pending = pending("", keyStart, keyEnd, separator, end);
        } else {
            pending = pending(section, keyStart, keyEnd, separator, end);
        }
    }

    private int separator(int end) {
        for (int i = lineStart; i < end; i++) {
            if (text.charAt(i) == '=' || text.charAt(i) == ':') {
                return i;
            }
        }
        return -1;
    }

    private Pending pending(String owner, int keyStart, int keyEnd, int separator, int end) {
        int start = PythonBlanks.skip(text, separator + 1, end);
        int stop = end;
        if (start < stop && isQuote(text.charAt(start)) && text.charAt(stop - 1) == text.charAt(start)) {
            start++;
            stop = Math.max(start, stop - 1);
        }
        List<Assignment.Part> parts = new ArrayList<>();
        parts.add(new Assignment.Part(at(start), text.substring(start, stop)));
        return new Pending(owner, text.substring(keyStart, keyEnd), at(keyStart), parts, new ArrayList<>());
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private void continuation(int end) {
        int start = PythonBlanks.skip(text, lineStart, end);
        if (pending == null) {
            refuse("an indented line that continues no option");
            return;
        }
        String rest = text.substring(start, end);
        pending.parts().add(new Assignment.Part(at(start), rest));
        Matcher header = SECTION.matcher(rest);
        Matcher option = OPTION.matcher(rest);
        if (header.matches()) {
            pending.looks().add(new Look(header.group(1), null, at(start)));
        } else if (option.lookingAt()) {
            pending.looks().add(new Look(meantSection(pending), option.group(1), at(start)));
        }
    }

    /** The last header that was swallowed in the same value, else the section the file is in. */
    private static String meantSection(Pending pending) {
        for (int i = pending.looks().size() - 1; i >= 0; i--) {
            if (pending.looks().get(i).key() == null) {
                return pending.looks().get(i).section();
            }
        }
        return pending.section();
    }

    private void flush() {
        Pending complete = pending;
        pending = null;
        if (complete == null || complete.section().isEmpty()) {
            return;
        }
        Assignment assignment = new Assignment(complete.section(), complete.key(), complete.keyAt(), complete.parts());
        assignments.add(assignment);
        for (Look look : complete.looks()) {
            swallowed.add(new Swallowed(look.section(), look.key(), look.at(), assignment));
        }
    }

    private void refuse(String message) {
        refusals.add(new Problem(at(lineStart), message + "; nova-compute does not start"));
    }

    private Provenance at(int index) {
        return new Provenance(document.path(), line, 1 + text.codePointCount(lineStart, index));
    }
}
