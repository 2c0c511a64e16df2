package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.fact.DiskFacts.SourceFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One disk of the newest audit of a host; an unknown value is null.
 *
 * @param rbdCache null for disks that are not rbd
 * @param atRisk the worst of the three failures for each kind of writes
 * @param conditional a layer that the host did not speak of could still change something here
 * @param missing what would lift the unknowns and the conditions
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DiskView(
        String host,
        String domain,
        @Nullable String domainUuid,
        String origin,
        String target,
        String device,
        @Nullable String bus,
        @Nullable String format,
        SourceView source,
        DriveCacheView driveCache,
        @Nullable RbdCacheView rbdCache,
        AtRiskView atRisk,
        boolean conditional,
        List<FindingView.MissingView> missing) {

    public static DiskView of(StoredDisk disk) {
        StoredDisk.RbdWords rbd = disk.rbd();
        String mode = disk.mode();
        return new DiskView(
                disk.host(),
                disk.domain(),
                disk.domainUuid(),
                disk.origin(),
                disk.target(),
                disk.device(),
                disk.bus(),
                disk.format(),
                SourceView.of(disk.source()),
                new DriveCacheView(disk.configured(), mode == null || mode.isEmpty() ? null : mode),
                rbd == null ? null : new RbdCacheView(rbd.enabled(), rbd.state(), rbd.holdsWrites()),
                new AtRiskView(
                        risk(disk, Writes.FLUSHED),
                        risk(disk, Writes.UNFLUSHED),
                        risk(disk, Writes.NEVER_FLUSHING_GUEST)),
                disk.conditional(),
                disk.missing().stream().map(FindingView.MissingView::of).toList());
    }

    private static @Nullable String risk(StoredDisk disk, Writes writes) {
        Risk risk = disk.atRisk().get(writes);
        return risk == null ? null : risk.word();
    }

    /** Where the data is. */
    public record SourceView(
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String protocol,

            @Nullable String name) {
        static SourceView of(SourceFacts source) {
            return new SourceView(source.type(), source.protocol(), source.name());
        }
    }

    /** The cache attribute as written, and the mode in effect; a mode without a word is null. */
    public record DriveCacheView(
            @Nullable String configured, @Nullable String mode) {}

    /** The rbd cache in effect. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record RbdCacheView(
            @Nullable Boolean enabled,
            @Nullable String state,
            @Nullable Boolean holdsWrites) {}

    /** {@code none}, {@code bounded} or {@code unbounded} for each kind of writes. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record AtRiskView(
            @Nullable String flushed,
            @Nullable String unflushed,
            @Nullable String neverFlushingGuest) {}
}
