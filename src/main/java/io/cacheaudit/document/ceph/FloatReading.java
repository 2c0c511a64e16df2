package io.cacheaudit.document.ceph;

import java.util.OptionalDouble;

/** How a floating-point option is read. */
public enum FloatReading {
    /** C's prefix: what follows the number is ignored, no number is 0. Source: Ceph v0.80 config.cc set_val_raw. */
    PREFIX,
    /** The whole text must be a number. Source: Ceph v0.94.3 src/common/strtol.cc strict_strtof. */
    STRICT;

    OptionalDouble read(String text) {
        return switch (this) {
            case PREFIX -> OptionalDouble.of(Numbers.realPrefix(text));
            case STRICT -> Numbers.real(text);
        };
    }
}
