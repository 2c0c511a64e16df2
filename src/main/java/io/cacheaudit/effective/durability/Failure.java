package io.cacheaudit.effective.durability;

import java.util.Locale;

/** What is gone: the QEMU process, the host's memory, or that and the volatile caches of its devices. */
public enum Failure {
    QEMU_KILLED,
    HOST_CRASH,
    POWER_LOSS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
