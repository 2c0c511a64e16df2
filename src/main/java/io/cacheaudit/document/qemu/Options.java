package io.cacheaudit.document.qemu;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operand of an option that takes {@code key=value} pairs parted by commas, such as {@code -drive}.
 *
 * <p>Source: QEMU v2.2.0 util/qemu-option.c get_opt_value: two commas stand for one; a key without {@code =} is a flag,
 * but for the first, which some options take as the value of an implied key.
 *
 * @param raw the operand as the program receives it
 * @param implied the first item where it has no {@code =}: the driver of {@code -device}
 * @param items in the order written; a key may come twice
 */
public record Options(Located<String> raw, @Nullable Located<String> implied, List<Item> items) {
    public Options {
        items = List.copyOf(items);
    }

    /** One {@code key=value}; {@code value} is located at its own first character, null for a bare flag. */
    public record Item(Located<String> key, @Nullable Located<String> value) {}

    /** The value that counts for a key: the last one written; null where the key is absent or bare. */
    public @Nullable Located<String> value(String key) {
        Located<String> last = null;
        for (Item item : items) {
            if (item.key().value().equals(key)) {
                last = item.value();
            }
        }
        return last;
    }

    /** How often a key is written. */
    public long count(String key) {
        return items.stream().filter(item -> item.key().value().equals(key)).count();
    }

    public Provenance at() {
        return raw.at();
    }
}
