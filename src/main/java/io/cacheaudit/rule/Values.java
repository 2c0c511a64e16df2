package io.cacheaudit.rule;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.version.Missing;
import java.util.List;

/** The fields of one subject, by path. Asking for a path outside the vocabulary is an {@link IllegalArgumentException}. */
public interface Values {
    Effective<?> get(String path);

    /** The same values, with those unknown that a layer nobody spoke of could still change. */
    default Values certain() {
        return path -> {
            Effective<?> value = get(path);
            return value.conditional() ? unknown(path, value) : value;
        };
    }

    private static Effective<?> unknown(String path, Effective<?> conditional) {
        List<Missing> missing = conditional.missing().isEmpty()
                ? List.of(Missing.unestablished("facts." + path, "a layer that was not spoken of could change it"))
                : conditional.missing();
        return new Effective.Unknown<>(missing, conditional.evidence());
    }
}
