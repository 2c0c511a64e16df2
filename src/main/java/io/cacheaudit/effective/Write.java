package io.cacheaudit.effective;

import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to set a value.
 *
 * @param layer who writes
 * @param at where it is written, null for layers that no document holds
 * @param raw the text as written
 * @param value what the component reads it as, null where it rejects it
 * @param rejected why the component rejects it, null where it does not
 */
public record Write<T>(
        String layer,
        @Nullable Provenance at,
        @Nullable String raw,
        @Nullable T value,
        @Nullable String rejected) {
    public Write {
        if ((value == null) == (rejected == null)) {
            throw new IllegalArgumentException("a write has a value or a reason why it was rejected");
        }
    }

    public static <T> Write<T> of(String layer, @Nullable Provenance at, @Nullable String raw, T value) {
        return new Write<>(layer, at, raw, value, null);
    }

    public static <T> Write<T> rejected(String layer, @Nullable Provenance at, @Nullable String raw, String why) {
        return new Write<>(layer, at, raw, null, why);
    }

    Step step() {
        return new Step(layer, at, raw, null);
    }

    Step ignored(String why) {
        return new Step(layer, at, raw, why);
    }
}
