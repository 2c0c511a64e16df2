package io.cacheaudit.version;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What would lift an unknown: the name of the evidence, and either the command that collects it or, where nothing can be
 * collected because nobody established it, the reason.
 */
public record Missing(
        String name, @Nullable String collect, @Nullable String because) implements Comparable<Missing> {
    private static final Comparator<Missing> ORDER = Comparator.comparing(Missing::name)
            .thenComparing(Missing::collect, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Missing::because, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Evidence that a host can send. */
    public static Missing collect(String name, String command) {
        return new Missing(name, command, null);
    }

    /** A fact that nobody established. */
    public static Missing unestablished(String name, String because) {
        return new Missing(name, null, because);
    }

    @Override
    public int compareTo(Missing other) {
        return ORDER.compare(this, other);
    }
}
