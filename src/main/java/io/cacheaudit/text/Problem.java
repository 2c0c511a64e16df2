package io.cacheaudit.text;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something that could not be read, and where. The message says what is there and what was expected, in lower case and
 * without a period; it never repeats the value of an option we do not know, for host files hold passwords.
 */
public record Problem(Provenance at, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::at).thenComparing(Problem::message);

    public Problem {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return at + ": error: " + message;
    }
}
