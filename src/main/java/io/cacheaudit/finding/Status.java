package io.cacheaudit.finding;

import java.util.Arrays;
import java.util.Optional;

/** What one rule says of one subject. PASS and NOT_APPLICABLE are counted, the others are findings. */
public enum Status {
    FAIL,
    PASS,
    UNKNOWN,
    NOT_APPLICABLE,
    ERROR;

    public static Optional<Status> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(word))
                .findFirst();
    }
}
