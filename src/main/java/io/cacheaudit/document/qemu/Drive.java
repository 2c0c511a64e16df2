package io.cacheaudit.document.qemu;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One {@code -drive}, or a short form of it such as {@code -hda}.
 *
 * @param options every key as written: {@code cache}, {@code cache.direct}, {@code file.driver}, …
 * @param file the value of {@code file=}, commas resolved
 * @param rbd the same as an rbd drive string, or null
 */
public record Drive(
        Options options,
        @Nullable Located<String> file,
        @Nullable RbdName rbd) {
    public Provenance at() {
        return options.at();
    }

    public @Nullable Located<String> id() {
        return options.value("id");
    }

    public @Nullable Located<String> cache() {
        return options.value("cache");
    }

    public @Nullable Located<String> format() {
        return options.value("format");
    }

    /** {@code none} where a {@code -device} attaches the drive, else the bus that QEMU attaches it to by itself. */
    public @Nullable Located<String> attachment() {
        return options.value("if");
    }

    /** What stands before the first colon of the file's name, or {@code file.driver}; null for a plain path. */
    public @Nullable String protocol() {
        Located<String> driver = options.value("file.driver");
        if (driver != null) {
            return driver.value();
        }
        if (file == null) {
            return null;
        }
        int colon = file.value().indexOf(':');
        String prefix = colon < 0 ? "" : file.value().substring(0, colon);
        return prefix.matches("[a-z][a-z0-9]*(\\+[a-z]+)?") ? prefix : null;
    }
}
