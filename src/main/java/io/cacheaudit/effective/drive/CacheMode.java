package io.cacheaudit.effective.drive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * QEMU's cache modes and the booleans each stands for. Source of truth: {@code QEMU v2.2.0 block.c bdrv_parse_cache_flags}.
 */
public enum CacheMode {
    NONE(true, true, false),
    WRITETHROUGH(false, false, false),
    WRITEBACK(true, false, false),
    DIRECTSYNC(false, true, false),
    UNSAFE(true, false, true);

    private final CacheFlags flags;

    CacheMode(boolean writeback, boolean direct, boolean noFlush) {
        this.flags = new CacheFlags(writeback, direct, noFlush);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public CacheFlags flags() {
        return flags;
    }

    /** The mode of a word as QEMU reads it: lower case, with {@code off} for none. */
    public static Optional<CacheMode> of(String word) {
        return word.equals("off")
                ? Optional.of(NONE)
                : Arrays.stream(values())
                        .filter(mode -> mode.word().equals(word))
                        .findFirst();
    }

    /** The mode whose booleans these are; some triples have no word. */
    public static Optional<CacheMode> of(CacheFlags flags) {
        return Arrays.stream(values()).filter(mode -> mode.flags.equals(flags)).findFirst();
    }
}
