package io.cacheaudit.adapter.dashboard.disk;

import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.effective.Effective;
import java.util.function.Function;

/**
 * An effective value in words.
 *
 * @param text the empty string where it is unknown
 * @param missing what would lift the unknown, or the condition; the empty string where there is neither
 */
public record Value(String text, boolean known, boolean conditional, String missing) {

    static <T> Value of(Effective<T> effective, Function<? super T, String> words) {
        return effective.fold(
                known -> new Value(
                        Printable.name(words.apply(known.value())),
                        true,
                        known.conditional(),
                        known.conditional() ? Words.missing(known.missing()) : ""),
                unknown -> new Value("", false, false, Words.missing(unknown.missing())));
    }

    static Value plain(String text) {
        return new Value(text, true, false, "");
    }
}
