package io.cacheaudit.document.ceph;

/** Words for the place where the Spirit grammar gives up. */
final class SpiritFault {
    private static final String NO_NEWLINE = "the last line does not end with a newline";

    private SpiritFault() {}

    static String afterHeader(byte[] bytes, int at) {
        return endOfFile(bytes, at) ? NO_NEWLINE : "text follows the section header";
    }

    static String afterValue(byte[] bytes, int at) {
        return endOfFile(bytes, at) ? NO_NEWLINE : "text follows the quoted value";
    }

    static String inQuotes(byte[] bytes, int at) {
        boolean isComment = at < bytes.length && (bytes[at] == '#' || bytes[at] == ';');
        return isComment ? "a comment character stands inside quotes" : "the quoted value is not closed";
    }

    /** What is wrong with the line at {@code at}, where a key, a section header or the end of the file is expected. */
    static String unexpected(byte[] bytes, int at, boolean afterOneKey, boolean afterHeader) {
        if (afterOneKey) {
            return "more than one key stands before the first section";
        }
        int first = at;
        while (first < bytes.length && (bytes[first] == ' ' || bytes[first] == '\t')) {
            first++;
        }
        if (first == bytes.length) {
            return NO_NEWLINE;
        }
        byte c = bytes[first];
        if (c == '[') {
            return "the section header is indented";
        }
        if (c == '\n' || c == '\r' || c == '\f') {
            return "a line of white space stands where the grammar allows none";
        }
        if (!hasEquals(bytes, first)) {
            return "the line has no =";
        }
        return afterHeader ? "the line has no valid key" : "a key stands before the first section";
    }

    private static boolean hasEquals(byte[] bytes, int from) {
        for (int at = from; at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r'; at++) {
            if (bytes[at] == '=') {
                return true;
            }
        }
        return false;
    }

    /** Only blanks are left. */
    private static boolean endOfFile(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && (bytes[end] == ' ' || bytes[end] == '\t')) {
            end++;
        }
        return end == bytes.length;
    }
}
