package io.cacheaudit.document.qemu;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import org.jspecify.annotations.Nullable;

/**
 * The operand of {@code -blockdev} or {@code -device}, which takes JSON or {@code key=value} pairs.
 *
 * @param options null for JSON
 * @param tree the JSON read, its positions those of the document as far as one line of text goes; null for pairs, without
 *     a reader, and where the JSON is malformed
 */
public record JsonOrOptions(
        Located<String> raw,
        @Nullable Options options,
        @Nullable Tree tree) {
    public Provenance at() {
        return raw.at();
    }

    public boolean isJson() {
        return options == null;
    }

    /** The text of a key at the top level, dots naming members of members; null where it is absent or no scalar. */
    public @Nullable String text(String key) {
        if (options != null) {
            Located<String> value = options.value(key);
            return value == null ? null : value.value();
        }
        Tree found = tree;
        for (String step : key.split("\\.")) {
            found = found instanceof Tree.Fields fields ? fields.get(step) : null;
        }
        return found instanceof Tree.Scalar scalar ? scalar.text() : null;
    }

    /** The {@code driver}: the key, or the implied first item of {@code -device}. */
    public @Nullable String driver() {
        Located<String> implied = options == null ? null : options.implied();
        return implied == null ? text("driver") : implied.value();
    }
}
