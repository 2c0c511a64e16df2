package io.cacheaudit.effective.durability;

import java.util.Locale;

/** Whose writes a durability cell speaks of. */
public enum Writes {
    /** Followed by a flush that the guest saw acknowledged. */
    FLUSHED,
    /** Of a guest that flushes when it cares, since its last flush. */
    UNFLUSHED,
    /** Of a guest that negotiated a write cache and sends no flush. */
    NEVER_FLUSHING_GUEST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
