package io.cacheaudit.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parser made of a text: the value, null where nothing at all could be read, and every problem met on the way,
 * sorted by position.
 */
public record Parsed<T>(@Nullable T value, List<Problem> problems) {
    public Parsed {
        problems = problems.stream().sorted().toList();
    }

    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(value, List.of());
    }

    public static <T> Parsed<T> failed(Provenance at, String message) {
        return new Parsed<>(null, List.of(new Problem(at, message)));
    }
}
