package io.cacheaudit.fact.nova;

import io.cacheaudit.text.Located;
import io.cacheaudit.version.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files say of one option.
 *
 * @param value null where no file sets it, or where it is unknown
 * @param missing what would lift the unknown; empty where the value is known or known to be unset
 */
public record OptionFact<T>(@Nullable Located<T> value, List<Missing> missing) {
    public OptionFact {
        missing = List.copyOf(missing);
    }

    public boolean isKnown() {
        return missing.isEmpty();
    }
}
