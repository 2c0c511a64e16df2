package io.cacheaudit.adapter.cli;

import io.cacheaudit.text.Visible;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text for a terminal: names from documents can hold anything, so what would move the cursor is written as an escape. */
final class Plain {
    private Plain() {}

    /** The text with each control, format or surrogate code point as {@code \}{@code u{1b}}; null is the empty string. */
    static String text(@Nullable String text) {
        return text == null ? "" : Visible.of(text);
    }

    /** Each line of a text that we wrote ourselves, escaped. */
    static List<String> lines(String text) {
        return text.strip().lines().map(Plain::text).toList();
    }

    /** Rows under one another, columns as wide as their widest cell, two blanks between them, no blanks at the end. */
    static List<String> table(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), width(row.get(i))));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i));
            if (i < row.size() - 1) {
                line.append(" ".repeat(widths.get(i) - width(row.get(i)) + 2));
            }
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
