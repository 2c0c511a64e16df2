package io.cacheaudit.rule;

import java.util.Set;
import java.util.TreeSet;

/**
 * The answer of a condition.
 *
 * @param missed the unknown fields that would decide it; empty unless UNKNOWN
 * @param error why it could not be evaluated at all; empty unless ERROR
 */
public record Ternary(Outcome outcome, Set<String> missed, String error) {
    public static final Ternary TRUE = new Ternary(Outcome.TRUE, Set.of(), "");
    public static final Ternary FALSE = new Ternary(Outcome.FALSE, Set.of(), "");

    /** What a condition comes to. */
    public enum Outcome {
        TRUE,
        FALSE,
        UNKNOWN,
        ERROR
    }

    public Ternary {
        missed = Set.copyOf(missed);
        if ((outcome == Outcome.UNKNOWN) == missed.isEmpty()) {
            throw new IllegalArgumentException("an unknown, and nothing else, names the fields it misses");
        }
    }

    public static Ternary of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    public static Ternary unknown(Set<String> missed) {
        return new Ternary(Outcome.UNKNOWN, missed, "");
    }

    public static Ternary error(String message) {
        return new Ternary(Outcome.ERROR, Set.of(), message);
    }

    /** Both hold: a false one decides, an error beats an unknown. */
    public Ternary and(Ternary other) {
        if (outcome == Outcome.FALSE || other.outcome == Outcome.FALSE) {
            return FALSE;
        }
        if (outcome == Outcome.ERROR || other.outcome == Outcome.ERROR) {
            return outcome == Outcome.ERROR ? this : other;
        }
        Set<String> both = new TreeSet<>(missed);
        both.addAll(other.missed);
        return both.isEmpty() ? TRUE : unknown(both);
    }
}
