package io.cacheaudit.document.qemu;

import io.cacheaudit.text.Positions;
import io.cacheaudit.text.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits a command line as a shell does: blanks and line ends part words, backslash and both quotes protect, a backslash
 * before a line end continues the line, {@code #} at the beginning of a word begins a comment. Nothing is expanded.
 *
 * <p>Only the first command counts, so that log lines below it are not taken for arguments.
 */
final class ShellWords {
    private final String text;
    private final Positions positions;
    private final List<Problem> problems;
    private final List<Argument> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int[] offsets = new int[64];
    private boolean inWord;
    private int at;

    private ShellWords(String text, int from, Positions positions, List<Problem> problems) {
        this.text = text;
        this.at = from;
        this.positions = positions;
        this.problems = problems;
    }

    static List<Argument> split(String text, int from, Positions positions, List<Problem> problems) {
        ShellWords shell = new ShellWords(text, from, positions, problems);
        boolean going = true;
        while (going && shell.at < text.length()) {
            going = shell.step();
        }
        shell.endWord(shell.at);
        return shell.words;
    }

    /** Reads one character or quoted run; false at the end of the command. */
    private boolean step() {
        char c = text.charAt(at);
        if (c == '\\') {
            escaped();
        } else if (c == '\'' || c == '"') {
            quoted(c);
        } else if (c == '#' && !inWord) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (c == '\n') {
            endWord(at++);
            return words.isEmpty();
        } else if (c == ' ' || c == '\t' || c == '\r') {
            endWord(at++);
        } else {
            keep(at++);
        }
        return true;
    }

    private void escaped() {
        if (text.startsWith("\n", at + 1)) {
            at += 2;
        } else if (text.startsWith("\r\n", at + 1)) {
            at += 3;
        } else if (at + 1 < text.length()) {
            keep(at + 1);
            at += 2;
        } else {
            at++;
        }
    }

    private void quoted(char quote) {
        int start = at++;
        inWord = true;
        while (at < text.length() && text.charAt(at) != quote) {
            if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
                char next = text.charAt(at + 1);
                if (next == '"' || next == '\\' || next == '$' || next == '`') {
                    at++;
                }
            }
            keep(at++);
        }
        if (at >= text.length()) {
            problems.add(new Problem(positions.at(start), "a quote is not closed"));
        }
        at = Math.min(at + 1, text.length());
    }

    private void keep(int offset) {
        inWord = true;
        if (word.length() + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[word.length()] = offset;
        word.append(text.charAt(offset));
    }

    private void endWord(int end) {
        if (!inWord) {
            return;
        }
        int length = word.length();
        int[] places = Arrays.copyOf(offsets, length + 1);
        places[length] = end;
        words.add(new Argument(word.toString(), index -> positions.at(places[Math.max(0, Math.min(index, length))])));
        word.setLength(0);
        inWord = false;
    }
}
