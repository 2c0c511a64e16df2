package io.cacheaudit.rule;

import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.Setting;
import io.cacheaudit.effective.Step;
import io.cacheaudit.effective.drive.CacheMode;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.drive.GuestFlush;
import io.cacheaudit.effective.durability.Cell;
import io.cacheaudit.effective.durability.Durability;
import io.cacheaudit.effective.durability.Failure;
import io.cacheaudit.effective.durability.HeldIn;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.effective.rbd.RbdState;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.text.Provenance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hand-made effective disks: an rbd disk of one guest whose cache holds 24 MiB. */
public final class Disks {
    public static final Provenance XML = new Provenance("/etc/libvirt/qemu/vm7.xml", 41, 7);
    public static final Provenance CONF = new Provenance("/etc/ceph/ceph.conf", 3, 1);
    public static final long DIRTY = 25_165_824;

    private Disks() {}

    /** The disk vm7/vdb with a drive cache mode, rbd_cache as ceph.conf decides it, and the risk of flushed data. */
    public static EffectiveDisk rbd(CacheMode mode, Effective<Boolean> enabled, Effective<Risk> flushed) {
        Derivation derivation = new Derivation(
                "rbd-qemu-first-flat",
                new Step("ceph_conf", CONF, "1", null),
                List.of(new Step("cache_mode", null, "false", null)),
                List.of(),
                List.of());
        Setting<Object> setting = new Setting<>(enabled.map(value -> (Object) value), derivation);
        RbdCache cache = new RbdCache(
                enabled,
                enabled.map(on -> on ? RbdState.WRITEBACK : RbdState.NONE),
                Map.of("rbd_cache", setting, "rbd_cache_max_dirty", new Setting<>(Effective.known(DIRTY), derivation)));
        return new EffectiveDisk(
                facts("rbd"),
                drive(mode),
                cache,
                durability(flushed),
                List.of(),
                null,
                new EffectiveDisk.NovaExpectation(Effective.known(""), derivation));
    }

    private static DiskFacts facts(String protocol) {
        DiskFacts.SourceFacts source = new DiskFacts.SourceFacts("network", protocol, "volumes/one", null);
        return new DiskFacts(
                "vm7",
                null,
                DiskFacts.Origin.RUNNING,
                "vdb",
                null,
                "disk",
                "virtio",
                "raw",
                source,
                null,
                false,
                false,
                false,
                false,
                null,
                "client.admin",
                null,
                null,
                List.of(),
                XML);
    }

    private static DriveCache drive(CacheMode mode) {
        return new DriveCache(
                null,
                Effective.known(mode.flags(), XML),
                Effective.known(GuestFlush.FORWARDED),
                Effective.known(false),
                new Derivation(null, null, List.of(), List.of(), List.of()));
    }

    private static Durability durability(Effective<Risk> flushed) {
        Map<Writes, Map<Failure, Cell>> cells = new EnumMap<>(Writes.class);
        for (Writes writes : Writes.values()) {
            Map<Failure, Cell> row = new EnumMap<>(Failure.class);
            for (Failure failure : Failure.values()) {
                Effective<Risk> risk = writes == Writes.FLUSHED ? flushed : Effective.known(Risk.BOUNDED);
                boolean held = risk.known().filter(value -> value != Risk.NONE).isPresent();
                row.put(
                        failure,
                        new Cell(risk, held ? DIRTY : null, held ? List.of(HeldIn.RBD_CACHE) : List.of(), "", "r"));
            }
            cells.put(writes, row);
        }
        return new Durability(cells);
    }
}
