package io.cacheaudit.document.nova;

/**
 * What Python 3 calls white space in text, which is neither Java's nor Unicode's set. Source: CPython v3.11.2
 * Objects/unicodetype_db.h _PyUnicode_IsWhitespace.
 */
final class PythonBlanks {
    private PythonBlanks() {}

    static boolean isBlank(char c) {
        return c >= '\t' && c <= '\r'
                || c >= 0x1c && c <= ' '
                || c == 0x85
                || c == 0xa0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200a
                || c == 0x2028
                || c == 0x2029
                || c == 0x202f
                || c == 0x205f
                || c == 0x3000;
    }

    /** The first index at or after {@code from} that holds no blank, at most {@code end}. */
    static int skip(String text, int from, int end) {
        int i = from;
        while (i < end && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of the text between {@code from} and {@code end} without its trailing blanks. */
    static int trimmedEnd(String text, int from, int end) {
        int i = end;
        while (i > from && isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    static String strip(String text) {
        int start = skip(text, 0, text.length());
        return text.substring(start, trimmedEnd(text, start, text.length()));
    }
}
