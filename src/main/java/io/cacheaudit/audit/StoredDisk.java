package io.cacheaudit.audit;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.fact.DiskFacts.SourceFacts;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One disk of the newest audit of a host, as fleet lists show it; an unknown value is null.
 *
 * @param origin {@code running}, {@code defined} or {@code process}
 * @param configured the cache attribute as written, null where none is written
 * @param mode the drive cache mode in effect, the empty string where the flags have no word
 * @param rbd null for disks that are not rbd
 * @param atRisk the worst that each kind of writes can lose; an unknown one has no entry
 * @param conditional something here could still be changed by a layer the host did not speak of
 * @param missing what would lift the unknowns and the conditions
 */
public record StoredDisk(
        String host,
        String domain,
        @Nullable String domainUuid,
        String origin,
        String target,
        String device,
        @Nullable String bus,
        @Nullable String format,
        SourceFacts source,
        @Nullable String configured,
        @Nullable String mode,
        @Nullable RbdWords rbd,
        Map<Writes, Risk> atRisk,
        boolean conditional,
        List<Missing> missing) {
    public StoredDisk {
        Map<Writes, Risk> copy = new EnumMap<>(Writes.class);
        copy.putAll(atRisk);
        atRisk = Collections.unmodifiableMap(copy);
        missing = List.copyOf(missing);
    }

    /** The rbd cache of a disk; what is unknown is null. */
    public record RbdWords(
            @Nullable Boolean enabled,
            @Nullable String state,
            @Nullable Boolean holdsWrites) {}

    public static StoredDisk of(String host, EffectiveDisk disk) {
        DiskFacts facts = disk.facts();
        List<Effective<?>> values = new ArrayList<>(List.of(disk.driveCache().mode()));
        RbdCache rbd = disk.rbdCache();
        if (rbd != null) {
            values.addAll(List.of(rbd.enabled(), rbd.state()));
        }
        Map<Writes, Risk> atRisk = new EnumMap<>(Writes.class);
        for (Writes writes : Writes.values()) {
            Effective<Risk> worst = disk.durability().worst(writes);
            worst.known().ifPresent(risk -> atRisk.put(writes, risk));
            values.add(worst);
        }
        TreeSet<Missing> missing = new TreeSet<>();
        values.forEach(value -> missing.addAll(value.missing()));
        return new StoredDisk(
                host,
                facts.domain(),
                facts.domainUuid(),
                facts.origin().word(),
                facts.target(),
                facts.device(),
                facts.bus(),
                facts.format(),
                facts.source(),
                disk.driveCache().configured(),
                disk.driveCache().mode().known().orElse(null),
                rbd == null
                        ? null
                        : new RbdWords(
                                rbd.enabled().known().orElse(null),
                                rbd.state().map(Enum::name).known().orElse(null),
                                rbd.holdsWrites().known().orElse(null)),
                atRisk,
                values.stream().anyMatch(Effective::conditional),
                List.copyOf(missing));
    }

    /** Where a list by risk puts it: 0 is worst, and an unknown comes right after what it could hide. */
    public int riskRank() {
        int rank = 0;
        for (Writes writes : List.of(Writes.FLUSHED, Writes.NEVER_FLUSHING_GUEST, Writes.UNFLUSHED)) {
            Risk risk = atRisk.get(writes);
            if (risk != Risk.NONE) {
                return risk == null ? rank + 1 : rank;
            }
            rank += 2;
        }
        return rank;
    }
}
