package io.cacheaudit.document.block;

import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code lsblk}; a device with several parents has a row under each. What lsblk does not tell is null.
 *
 * @param name as device mapper and operators call it: {@code vg-root}
 * @param kname the kernel's name: {@code dm-0}
 * @param pkname the kernel's name of the device below
 * @param majorMinor {@code 8:1}, where the column was asked for
 */
public record BlockDevice(
        Provenance at,
        String name,
        String kname,
        @Nullable String pkname,
        @Nullable String type,
        @Nullable String majorMinor,
        @Nullable String fileSystem,
        @Nullable String mountPoint,
        @Nullable Long sizeBytes,
        Limits limits,
        @Nullable Boolean rotational,
        @Nullable Boolean readOnly) {

    /**
     * What the device asks of requests.
     *
     * @param requests how many it queues
     */
    public record Limits(
            @Nullable Long physicalSectorBytes,
            @Nullable Long logicalSectorBytes,
            @Nullable Long minimumIoBytes,
            @Nullable Long optimalIoBytes,
            @Nullable Long requests,
            @Nullable String scheduler) {}
}
