package io.cacheaudit.document.block;

import io.cacheaudit.document.Document;
import io.cacheaudit.text.Positions;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.List;

/** A text document as lines, within bounds. */
record TextLines(List<Line> lines, List<Problem> problems) {
    static final int MAX_CHARS = 16 * 1024 * 1024;
    static final int MAX_LINE_CHARS = 65_536;

    /** One line without its end, CR of a CR LF included. */
    record Line(String text, int offset, Positions positions) {
        Provenance at(int index) {
            return positions.at(offset + index);
        }
    }

    /** Every line that is not blank; one that is too long is a problem. */
    static TextLines of(Document document) {
        String text = document.text();
        List<Line> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (text.length() > MAX_CHARS) {
            problems.add(new Problem(document.whole(), "longer than " + MAX_CHARS + " characters"));
            return new TextLines(lines, problems);
        }
        Positions positions = new Positions(document.path(), text);
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            int last = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            if (last - at > MAX_LINE_CHARS) {
                problems.add(new Problem(positions.at(at), "line longer than " + MAX_LINE_CHARS + " characters"));
            } else if (!text.substring(at, last).isBlank()) {
                lines.add(new Line(text.substring(at, last), at, positions));
            }
            at = stop + 1;
        }
        return new TextLines(lines, problems);
    }
}
