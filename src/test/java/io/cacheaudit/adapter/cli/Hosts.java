package io.cacheaudit.adapter.cli;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.EffectiveHost;
import io.cacheaudit.effective.Remark;
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
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An audit put together by hand: the founding case, with one of everything a terminal has to show. */
final class Hosts {
    private static final Provenance CEPH = new Provenance("/etc/ceph/ceph.conf", 11, 1);
    private static final Provenance XML = new Provenance("/etc/libvirt/qemu/vm1.xml", 41, 7);

    private Hosts() {}

    static Audit audit(String domain) {
        Finding fail = finding(domain, Severity.HIGH, Status.FAIL, List.of());
        Finding unknown = finding(domain, Severity.MEDIUM, Status.UNKNOWN, List.of(Component.NOVA.missing()));
        return new Audit(
                "compute-17",
                "sha256:0",
                Instant.EPOCH,
                Verdict.FAIL,
                new PackId("cache-audit", "1", "sha256:1"),
                Map.of("qemu", "2.2.0"),
                Counts.of(List.of(fail, unknown), 61, 12),
                List.of(new Problem(new Provenance("/etc/libvirt/qemu/vm7.xml", 14, 13), "element disk is not closed")),
                new EffectiveHost(List.of(disk(domain)), List.of(remark())),
                List.of(unknown, fail));
    }

    private static Finding finding(String domain, Severity severity, Status status, List<Missing> missing) {
        return new Finding(
                "rbd-cache-without-writeback",
                severity,
                status,
                Subject.disk(domain, "vda"),
                "sha256:2",
                "rbd_cache is on",
                "why",
                "set cache='writeback'",
                FixRisk.RESTART,
                false,
                missing,
                List.of(new Evidence(CEPH, "rbd cache = true")));
    }

    private static Remark remark() {
        return new Remark(
                "ceph.conf",
                "/etc/ceph/ceph.conf",
                "client",
                "rbd-cache-size",
                Effective.known("dash"),
                "librbd never sees a key with dashes",
                new Provenance("/etc/ceph/ceph.conf", 15, 1),
                List.of());
    }

    private static EffectiveDisk disk(String domain) {
        return new EffectiveDisk(
                facts(domain),
                new DriveCache(
                        "none",
                        Effective.known(CacheMode.NONE.flags()),
                        Effective.known(GuestFlush.FORWARDED),
                        Effective.known(false),
                        derivation("qemu-drive-cache", new Step("xml_attribute", XML, "none", null), List.of())),
                rbd(),
                durability(),
                List.of(),
                null,
                new EffectiveDisk.NovaExpectation(
                        Effective.unknown(Component.NOVA.missing()),
                        new Derivation(null, null, List.of(), List.of(), List.of())));
    }

    private static DiskFacts facts(String domain) {
        return new DiskFacts(
                domain,
                null,
                DiskFacts.Origin.RUNNING,
                "vda",
                null,
                "disk",
                "virtio",
                "raw",
                new DiskFacts.SourceFacts("network", "rbd", "vms/disk1", null),
                null,
                false,
                false,
                false,
                false,
                null,
                "client.cinder",
                null,
                null,
                List.of(),
                XML);
    }

    private static RbdCache rbd() {
        return new RbdCache(
                Effective.known(true),
                Effective.known(RbdState.WRITEBACK),
                Map.of(
                        "rbd_cache",
                        new Setting<>(
                                Effective.known((Object) true),
                                derivation(
                                        "rbd-qemu-first-flat",
                                        new Step("ceph_conf", CEPH, "true", null),
                                        List.of(new Step("cache_mode", null, "false", null))))));
    }

    private static Derivation derivation(String row, Step decided, List<Step> overridden) {
        return new Derivation(
                row,
                decided,
                overridden,
                List.of(new Step("pool_metadata", null, null, "this librbd reads none")),
                List.of());
    }

    private static Durability durability() {
        Map<Writes, Map<Failure, Cell>> cells = new EnumMap<>(Writes.class);
        for (Writes writes : Writes.values()) {
            Map<Failure, Cell> row = new EnumMap<>(Failure.class);
            for (Failure failure : Failure.values()) {
                row.put(
                        failure,
                        writes == Writes.FLUSHED
                                ? new Cell(
                                        Effective.known(Risk.NONE), null, List.of(), "flushes reach the cluster", "r1")
                                : new Cell(
                                        Effective.known(Risk.BOUNDED),
                                        50331648L,
                                        List.of(HeldIn.RBD_CACHE),
                                        "rbd_cache_max_dirty",
                                        "r2"));
            }
            cells.put(writes, row);
        }
        return new Durability(cells);
    }
}
