package io.cacheaudit.text;

import java.util.Objects;

/** A value as a document states it, and the place where it stands. */
public record Located<T>(T value, Provenance at) {
    public Located {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(at, "at");
    }
}
