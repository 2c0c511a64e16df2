package io.cacheaudit.adapter.dashboard.text;

/**
 * Text from hosts as pages show it: characters that cannot be seen, that turn the direction of others, or that pile up on
 * one place are named.
 */
public final class Printable {
    private static final int NAME_LENGTH = 100;
    private static final int NAME_END = 24;
    /** No script needs more on one letter. */
    private static final int MARKS = 3;

    private Printable() {}

    /** The text with line ends kept and every other character that cannot be seen as {@code \\u{7}}. */
    public static String of(String text) {
        return shown(text, true);
    }

    /** A name on one line, the middle of a long one left out. */
    public static String name(String text) {
        String shown = shown(text, false);
        int length = shown.codePointCount(0, shown.length());
        if (length <= NAME_LENGTH) {
            return shown;
        }
        int head = shown.offsetByCodePoints(0, NAME_LENGTH - NAME_END - 1);
        int tail = shown.offsetByCodePoints(0, length - NAME_END);
        return shown.substring(0, head) + "…" + shown.substring(tail);
    }

    /** The text cut after so many characters. */
    public static String brief(String text, int characters) {
        String shown = of(text);
        return shown.codePointCount(0, shown.length()) <= characters
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, characters)) + "…";
    }

    private static String shown(String text, boolean lineEnds) {
        StringBuilder shown = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            marks = isMark(point) ? marks + 1 : 0;
            if (point == '\n' ? lineEnds : isShown(point) && marks <= MARKS) {
                shown.appendCodePoint(point);
            } else {
                shown.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        }
        return shown.toString();
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR -> point == ' ';
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isFiller(point);
        };
    }

    /** Letters and symbols that are blank. */
    private static boolean isFiller(int point) {
        return switch (point) {
            case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }
}
