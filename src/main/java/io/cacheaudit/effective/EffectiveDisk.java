package io.cacheaudit.effective;

import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.durability.Durability;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One disk of one guest: what was written about it, and what it really does.
 *
 * @param rbdCache null for disks that are not rbd
 * @param backing the bases of the active layer, nearest first; an rbd base has a cache of its own
 * @param defined the drive cache of the persistent definition where it differs from the running one, else null
 * @param expected the mode that nova's disk_cachemodes would give
 */
public record EffectiveDisk(
        DiskFacts facts,
        DriveCache driveCache,
        @Nullable RbdCache rbdCache,
        Durability durability,
        List<EffectiveBase> backing,
        @Nullable DriveCache defined,
        NovaExpectation expected) {
    public EffectiveDisk {
        backing = List.copyOf(backing);
    }

    /** A base of a backing chain. */
    public record EffectiveBase(
            DiskFacts.SourceFacts source,
            @Nullable String format,
            @Nullable RbdCache rbdCache) {}

    /**
     * What nova.conf would give this disk.
     *
     * @param cachemode the mode of the disk_cachemodes item of its source type; the empty string where no item speaks
     */
    public record NovaExpectation(Effective<String> cachemode, Derivation derivation) {}
}
