package io.cacheaudit.rule;

import io.cacheaudit.text.Provenance;

/** Places inside a text that itself stands inside a file. */
public final class Position {
    private Position() {}

    /**
     * The place of a UTF-16 index of a text that begins at {@code at}. Further lines of the text are taken to begin in
     * the same column, as those of a literal block do.
     */
    public static Provenance within(String text, int index, Provenance at) {
        if (at.isWhole()) {
            return at;
        }
        String before = text.substring(0, Math.min(index, text.length()));
        int lines = (int) before.chars().filter(character -> character == '\n').count();
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return new Provenance(at.source(), at.line() + lines, at.column() + line.codePointCount(0, line.length()));
    }
}
