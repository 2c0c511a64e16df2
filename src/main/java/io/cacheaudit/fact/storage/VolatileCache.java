package io.cacheaudit.fact.storage;

/** Whether a power loss empties a write cache of the devices under an image. */
public enum VolatileCache {
    /** At least one device has {@code write_cache} {@code write back}. */
    YES,
    /** Every device has {@code write through}. */
    NO,
    /** Some device's cache is not known; {@link StorageUnder#missing} names the documents that would tell. */
    NOT_SENT,
    /** No block device of this host lies under the image: network file systems, tmpfs, zfs. */
    NO_LOCAL_DEVICE
}
