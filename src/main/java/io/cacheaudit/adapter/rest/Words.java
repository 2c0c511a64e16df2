package io.cacheaudit.adapter.rest;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Constants by the words that requests use for them. */
final class Words {
    private Words() {}

    /** The constants by their names. */
    static <E extends Enum<E>> Function<String, Optional<E>> in(E[] constants) {
        return word -> Arrays.stream(constants)
                .filter(constant -> constant.name().equals(word))
                .findFirst();
    }
}
