package io.cacheaudit.adapter.dashboard.disk;

import io.cacheaudit.adapter.dashboard.disk.DiskPanel.Fact;
import io.cacheaudit.adapter.dashboard.disk.DiskPanel.RbdPanel;
import io.cacheaudit.adapter.dashboard.text.DiskPath;
import io.cacheaudit.adapter.dashboard.text.Excerpts;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.PrecedenceCatalog;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.Setting;
import io.cacheaudit.effective.Step;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Effective disks of one host to panels. */
public final class DiskPanels {
    private static final String RBD_CACHE = "rbd_cache";

    private final String host;
    private final LayerStacks stacks;

    public DiskPanels(Audited audited, PrecedenceCatalog rows) {
        this.host = audited.audit().host();
        this.stacks = new LayerStacks(rows, new Excerpts(audited.redacted()));
    }

    /** What findings about this disk have as their subject, after {@code disk:}. */
    public static String name(EffectiveDisk disk) {
        return disk.facts().domain() + "/" + disk.facts().target();
    }

    /** The panel of a disk, the {@code number}th of its page. */
    public DiskPanel of(EffectiveDisk disk, int number) {
        DriveCache drive = disk.driveCache();
        return new DiskPanel(
                "disk-" + number,
                "/hosts/" + host + "/disks/" + DiskPath.of(name(disk)),
                Printable.name(name(disk)),
                facts(disk),
                drive.configured() == null ? "" : Printable.name(drive.configured()),
                disk.facts().cache() == null
                        ? ""
                        : Printable.name(disk.facts().cache().at().toString()),
                Value.of(drive.mode(), DiskRow::mode),
                notes(drive),
                disk.defined() == null ? null : Value.of(disk.defined().mode(), DiskRow::mode),
                rbd(disk.rbdCache()),
                RiskRow.of(disk.durability()),
                stacks(disk),
                StoredDisk.of(host, disk).missing());
    }

    private static List<Fact> facts(EffectiveDisk disk) {
        DiskFacts facts = disk.facts();
        List<Fact> shown = new ArrayList<>();
        shown.add(new Fact("Source", DiskRow.kind(facts.source()) + ": " + DiskRow.source(facts.source())));
        if (facts.format() != null) {
            shown.add(new Fact("Format", Printable.name(facts.format())));
        }
        shown.add(new Fact(
                "Device",
                Printable.name(facts.bus() == null ? facts.device() : facts.device() + " on " + facts.bus())));
        shown.add(new Fact(facts.origin().word(), Printable.name(facts.at().toString())));
        if (facts.isRbd()) {
            shown.add(new Fact("Client", Printable.name(facts.client())));
        }
        disk.backing()
                .forEach(base -> shown.add(
                        new Fact("On top of", DiskRow.kind(base.source()) + ": " + DiskRow.source(base.source()))));
        return shown;
    }

    private static List<String> notes(DriveCache drive) {
        List<String> notes = new ArrayList<>();
        drive.flags().known().ifPresent(flags -> {
            notes.add("The guest's disk has " + (flags.writeback() ? "a write cache" : "no write cache"));
            notes.add(flags.direct() ? "opened direct" : "not opened direct");
            if (flags.noFlush()) {
                notes.add("flushes dropped");
            }
        });
        drive.guestFlush()
                .known()
                .ifPresent(flush -> notes.add("the guest's flushes are "
                        + switch (flush) {
                            case FORWARDED -> "forwarded";
                            case PER_WRITE -> "made after each write";
                            case DROPPED -> "dropped";
                            case ONLY_AT_EXIT -> "kept until QEMU exits";
                        }));
        drive.hostPageCache().known().ifPresent(used -> notes.add("host page cache " + (used ? "used" : "not used")));
        return notes;
    }

    private static @Nullable RbdPanel rbd(@Nullable RbdCache cache) {
        if (cache == null) {
            return null;
        }
        Step written = written(cache.settings().get(RBD_CACHE));
        return new RbdPanel(
                written == null || written.value() == null ? "" : Printable.name(written.value()),
                written == null ? "" : Printable.name(String.valueOf(written.at())),
                Value.of(cache.enabled(), on -> on ? "on" : "off"),
                Value.of(cache.state(), Words::spaced),
                Value.of(
                        cache.holdsWrites(),
                        holds -> holds ? "Acknowledged writes can stand in it" : "No acknowledged write stands in it"));
    }

    /** What a document says, whoever decides: the strongest of the written ones, null where none says anything. */
    private static @Nullable Step written(@Nullable Setting<Object> setting) {
        if (setting == null) {
            return null;
        }
        Derivation derivation = setting.derivation();
        List<Step> steps = new ArrayList<>();
        if (derivation.decidedBy() != null) {
            steps.add(derivation.decidedBy());
        }
        steps.addAll(derivation.overridden());
        steps.addAll(derivation.ignored());
        return steps.stream()
                .filter(step -> step.at() != null
                        && step.value() != null
                        && !step.layer().equals("cache_mode"))
                .findFirst()
                .orElse(null);
    }

    private List<LayerStack> stacks(EffectiveDisk disk) {
        List<LayerStack> all = new ArrayList<>();
        DriveCache drive = disk.driveCache();
        all.add(stacks.of("drive cache", Value.of(drive.mode(), DiskRow::mode), drive.derivation(), true));
        RbdCache rbd = disk.rbdCache();
        if (rbd != null) {
            rbd.settings().forEach((name, setting) -> all.add(setting(name, setting)));
        }
        DriveCache defined = disk.defined();
        if (defined != null) {
            all.add(stacks.of(
                    "drive cache after the next start",
                    Value.of(defined.mode(), DiskRow::mode),
                    defined.derivation(),
                    false));
        }
        if (disk.expected().cachemode().known().filter(String::isEmpty).isEmpty()) {
            all.add(stacks.of(
                    "what nova's disk_cachemodes gives",
                    Value.of(disk.expected().cachemode(), word -> word),
                    disk.expected().derivation(),
                    false));
        }
        return all;
    }

    private LayerStack setting(String name, Setting<Object> setting) {
        return stacks.of(
                name,
                Value.of(setting.effective(), value -> value(name, value)),
                setting.derivation(),
                name.equals(RBD_CACHE));
    }

    private static String value(String name, Object value) {
        if (value instanceof Long number) {
            boolean bytes = name.endsWith("_size") || name.endsWith("_dirty");
            return bytes ? Words.bytes(number) : Words.number(number);
        }
        if (value instanceof Double seconds) {
            return (seconds == Math.rint(seconds) ? Long.toString(seconds.longValue()) : seconds.toString()) + " s";
        }
        return value.toString();
    }
}
