package io.cacheaudit.adapter.dashboard.disk;

import io.cacheaudit.adapter.dashboard.text.DiskPath;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.fact.DiskFacts.SourceFacts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One disk as a row of a table; every text is printable.
 *
 * @param href its page
 * @param configured the cache attribute as written, the empty string where none is
 * @param mode the drive cache mode in effect, the empty string where it is unknown
 * @param rbd whether the rbd cache is on: {@code on}, {@code off}, {@code unknown} or the empty string for other disks
 * @param state what the rbd cache does, the empty string where there is none or it is unknown
 * @param differs the mode in effect is another than the one written
 * @param missing what would lift the unknowns and conditions, the empty string where there are none
 */
public record DiskRow(
        String host,
        String href,
        String name,
        String kind,
        String source,
        String origin,
        String configured,
        String mode,
        boolean differs,
        String rbd,
        String state,
        RiskCell flushed,
        RiskCell unflushed,
        RiskCell neverFlushing,
        boolean conditional,
        String missing) {

    public static DiskRow of(StoredDisk disk) {
        String configured = disk.configured() == null ? "" : Printable.name(disk.configured());
        String mode = disk.mode() == null ? "" : mode(disk.mode());
        return new DiskRow(
                disk.host(),
                "/hosts/" + disk.host() + "/disks/" + DiskPath.of(disk.domain(), disk.target()),
                Printable.name(disk.domain() + "/" + disk.target()),
                kind(disk.source()),
                source(disk.source()),
                disk.origin(),
                configured,
                mode,
                !configured.isEmpty() && !mode.isEmpty() && !configured.equals(mode),
                rbd(disk.rbd()),
                disk.rbd() == null || disk.rbd().state() == null
                        ? ""
                        : disk.rbd().state().toLowerCase(Locale.ROOT).replace('_', ' '),
                RiskCell.worst(disk.atRisk().get(Writes.FLUSHED)),
                RiskCell.worst(disk.atRisk().get(Writes.UNFLUSHED)),
                RiskCell.worst(disk.atRisk().get(Writes.NEVER_FLUSHING_GUEST)),
                disk.conditional(),
                Words.missing(disk.missing()));
    }

    static String mode(String word) {
        return word.isEmpty() ? "a mode without a word" : word;
    }

    static String kind(SourceFacts source) {
        return Printable.name(source.protocol() == null ? source.type() : source.protocol());
    }

    static String source(SourceFacts source) {
        return source.name() == null
                ? "empty"
                : Printable.name(source.name() + (source.snapshot() == null ? "" : "@" + source.snapshot()));
    }

    private static String rbd(StoredDisk.@Nullable RbdWords rbd) {
        if (rbd == null) {
            return "";
        }
        return rbd.enabled() == null ? "unknown" : rbd.enabled() ? "on" : "off";
    }
}
