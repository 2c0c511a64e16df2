package io.cacheaudit.adapter.report;

import io.cacheaudit.text.Visible;
import java.util.stream.Collectors;

/**
 * Foreign text inside Markdown: what could be markup, a link, a mention or the end of a table's cell is written as a
 * character reference, which no renderer takes for structure.
 */
final class MarkdownText {
    private static final String PLAIN = " .,;=/-+?%";

    private MarkdownText() {}

    /** One line of text. */
    static String of(String text) {
        String line = text.lines().map(String::strip).collect(Collectors.joining(" "));
        StringBuilder escaped = new StringBuilder();
        Visible.of(line).codePoints().forEach(point -> {
            boolean plain = point > 0x7f || Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0;
            if (plain) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append("&#").append(point).append(';');
            }
        });
        // The only link that begins with letters alone.
        return escaped.toString().replaceAll("(?i)(www)\\.", "$1&#46;");
    }

    /** A name, in the type of code; mentions are looked for outside it only. */
    static String code(String text) {
        return "<code>" + of(text) + "</code>";
    }
}
