package io.cacheaudit.document.qemu;

import io.cacheaudit.text.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drive string {@code rbd:pool[/namespace]/image[@snapshot][:key=value…]}, backslash escapes resolved.
 *
 * <p>Source: QEMU v2.2.0 block/rbd.c qemu_rbd_parsename, qemu_rbd_next_tok.
 *
 * @param image a namespace, where there is one, stands before it: {@code namespace/image}
 * @param options in the order written, the order in which QEMU up to 2.3.1 applies them; {@code id} and {@code conf}
 *     among them; the value is null where none is written
 */
public record RbdName(
        Located<String> pool,
        @Nullable Located<String> image,
        @Nullable Located<String> snapshot,
        List<Option> options) {
    public RbdName {
        options = List.copyOf(options);
    }

    /** One {@code key=value}. */
    public record Option(Located<String> key, @Nullable Located<String> value) {}

    /** The last value of a key, or null. */
    public @Nullable Located<String> value(String key) {
        Located<String> last = null;
        for (Option option : options) {
            if (option.key().value().equals(key)) {
                last = option.value();
            }
        }
        return last;
    }

    /** The client that {@code id=} names. */
    public @Nullable Located<String> id() {
        return value("id");
    }

    /** The file that {@code conf=} names; QEMU up to 2.8.1 reads all of them, see {@link #options}. */
    public @Nullable Located<String> conf() {
        return value("conf");
    }
}
