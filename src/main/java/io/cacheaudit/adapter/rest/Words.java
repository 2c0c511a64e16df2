package io.cacheaudit.adapter.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Constants by the words that requests use for them. */
final class Words {
    private Words() {}

    /** The constants by their names. */
    static <E extends Enum<E>> Function<String, Optional<E>> in(E[] constants) {
        return word -> Arrays.stream(constants)
                .filter(constant -> constant.name().equals(word))
                .findFirst();
    }

    /** The constants by their names in lower case. */
    static <E extends Enum<E>> Function<String, Optional<E>> lowerCase(E[] constants) {
        return word -> Arrays.stream(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** The names in lower case, as a message lists them. */
    static <E extends Enum<E>> String list(E[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
