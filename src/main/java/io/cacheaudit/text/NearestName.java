package io.cacheaudit.text;

import java.util.Collection;
import java.util.Optional;

/** The known name that a misspelt one most likely meant, by edit distance. */
public final class NearestName {
    private NearestName() {}

    /** The nearest of {@code known}, at most a third of the name (and always two) edits away; ties by order. */
    public static Optional<String> of(String name, Collection<String> known) {
        int best = Math.max(2, name.length() / 3) + 1;
        String nearest = null;
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** {@code ", did you mean "x"?"}, or nothing where no known name is near. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known)
                .map(nearest -> ", did you mean \"" + nearest + "\"?")
                .orElse("");
    }

    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
