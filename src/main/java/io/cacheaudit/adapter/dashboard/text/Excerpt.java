package io.cacheaudit.adapter.dashboard.text;

import io.cacheaudit.text.Provenance;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some lines of a redacted document around those that matter.
 *
 * @param path of the document
 */
public record Excerpt(String path, List<Line> lines) {
    public Excerpt {
        lines = List.copyOf(lines);
    }

    /** One line. */
    public record Line(int number, boolean lit, String text) {}

    /** The lines that matter by number: {@code line 3}, {@code lines 3, 4}. */
    public String where() {
        List<String> lit = lines.stream()
                .filter(Line::lit)
                .map(line -> Integer.toString(line.number()))
                .toList();
        return (lit.size() == 1 ? "line " : "lines ") + lit.stream().collect(Collectors.joining(", "));
    }

    /** Whether the line at this position is one that matters here. */
    public boolean holds(Provenance at) {
        return path.equals(Printable.name(at.source()))
                && lines.stream().anyMatch(line -> line.lit() && line.number() == at.line());
    }
}
