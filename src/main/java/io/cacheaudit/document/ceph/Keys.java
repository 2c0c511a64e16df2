package io.cacheaudit.document.ceph;

import java.util.Locale;

/** How keys and section names are normalised. White space is C's: blank, tab, LF, VT, FF, CR. */
final class Keys {
    private static final int LONGEST_GUESS = 200;

    private Keys() {}

    static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * Trimmed; of each run of white space only the first character stays. Source: Ceph v0.80 src/common/ConfUtils.cc
     * ConfFile::trim_whitespace.
     */
    static String collapsed(String text) {
        StringBuilder out = new StringBuilder();
        boolean inRun = false;
        for (char c : trim(text).toCharArray()) {
            if (!isSpace(c) || !inRun) {
                out.append(c);
            }
            inRun = isSpace(c);
        }
        return out.toString();
    }

    /** The key of the hand-written parser: a run of white space that begins with a blank is one underscore. */
    static String ofLines(String text) {
        return collapsed(text).replace(' ', '_');
    }

    /**
     * The key of the Spirit grammar: any run of white space is one underscore. Source: Ceph v15.2.0
     * src/common/ConfUtils.cc ConfFile::normalize_key_name.
     */
    static String ofSpirit(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : collapsed(text).toCharArray()) {
            out.append(isSpace(c) ? '_' : c);
        }
        return out.toString();
    }

    /** What a person means by a key: lower case, any run of blanks, dashes, underscores and backslashes one underscore. */
    static String lenient(String text) {
        String visible = text.replace("\uFEFF", "").replace("\u200B", "");
        return visible.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\x0B_\\\\-]+", "_")
                .replaceAll("^_+|_+$", "");
    }

    /**
     * The lenient key of a line that no grammar reads, where it looks like an option of librbd; else nothing, for what
     * stands on such a line may be a secret.
     */
    static String guess(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LONGEST_GUESS);
        int at = from;
        while (at < end && bytes[at] != '=' && bytes[at] != ':' && bytes[at] != '#' && bytes[at] != ';') {
            at++;
        }
        String key = lenient(Utf8.text(bytes, from, at));
        return key.matches("rbd_[a-z_]{1,100}") ? key : "";
    }
}
