package io.cacheaudit.adapter.report;

import io.cacheaudit.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines for a log, wrapped at blanks, every one of them harmless. */
final class TextLines {
    private static final int WIDTH = 110;
    private static final String INDENT = "    ";
    private static final int LABEL = 6;
    private static final Pattern COMMAND = Pattern.compile("##(?=[a-z]*\\[)");

    private final StringBuilder text = new StringBuilder();

    String text() {
        return text.toString();
    }

    void blank() {
        text.append('\n');
    }

    /** A line with an empty one before it, unless it is the first. */
    void title(String title) {
        if (text.length() > 0) {
            blank();
        }
        add(0, title);
    }

    /** One line, as long as it is. */
    void add(int depth, String line) {
        line(INDENT.repeat(depth) + Visible.of(line));
    }

    /** A text behind a label; what does not fit goes on below it. Lines of the text stay lines. */
    void labelled(String label, String value) {
        String head = INDENT + (label + ":" + " ".repeat(LABEL)).substring(0, LABEL);
        String rest = " ".repeat(head.length());
        for (String line : value.strip().lines().toList()) {
            for (String part : wrapped(Visible.of(line))) {
                line(head + part);
                head = rest;
            }
        }
    }

    /** A line that no pipeline takes for a command of its own: they begin with two colons, or hold {@code ##word[}. */
    private void line(String line) {
        String blanks = line.substring(0, line.length() - line.stripLeading().length());
        String rest = line.stripLeading();
        String inert = rest.startsWith("::") ? "\\u{3a}" + rest.substring(1) : rest;
        text.append(blanks)
                .append(COMMAND.matcher(inert).replaceAll("#\\\\u{23}"))
                .append('\n');
    }

    private static List<String> wrapped(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : line.strip().split(" +", -1)) {
            if (part.length() > 0 && part.length() + 1 + word.length() > WIDTH) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.length() > 0 ? " " : "").append(word);
        }
        parts.add(part.toString());
        return parts;
    }
}
