package io.cacheaudit.text;

/** Text that moves no cursor and hides nothing: names from documents can hold anything. */
public final class Visible {
    private Visible() {}

    /** The text with each control, format, separator or surrogate code point written as {@code \}{@code u{1b}}. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isHarmless(point)) {
                visible.appendCodePoint(point);
            } else {
                visible.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        });
        return visible.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
