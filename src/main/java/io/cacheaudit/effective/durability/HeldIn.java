package io.cacheaudit.effective.durability;

import java.util.Locale;

/** Where acknowledged data can stand before it is durable. */
public enum HeldIn {
    RBD_CACHE,
    HOST_PAGE_CACHE,
    FILE_SYSTEM_METADATA,
    QCOW2_METADATA,
    GLUSTER_WRITE_BEHIND,
    DEVICE_WRITE_CACHE,
    PERSISTENT_WRITE_LOG;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
