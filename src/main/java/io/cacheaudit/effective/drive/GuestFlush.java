package io.cacheaudit.effective.drive;

import java.util.Locale;

/** What becomes of a flush the guest sends. */
public enum GuestFlush {
    FORWARDED,
    /** QEMU sends a flush after each write. */
    PER_WRITE,
    DROPPED,
    ONLY_AT_EXIT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
