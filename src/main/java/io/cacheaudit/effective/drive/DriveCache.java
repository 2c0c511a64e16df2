package io.cacheaudit.effective.drive;

import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import org.jspecify.annotations.Nullable;

/**
 * The drive cache of one disk.
 *
 * @param configured the cache attribute as written, null when absent
 * @param flags the booleans of the storage node, with the guest's write cache
 * @param hostPageCache whether written data can stand in the host's page cache
 */
public record DriveCache(
        @Nullable String configured,
        Effective<CacheFlags> flags,
        Effective<GuestFlush> guestFlush,
        Effective<Boolean> hostPageCache,
        Derivation derivation) {

    /** The mode's word: {@code none}, {@code writeback} …; the empty string where the triple has no word. */
    public Effective<String> mode() {
        return flags.map(triple -> CacheMode.of(triple).map(CacheMode::word).orElse(""));
    }
}
