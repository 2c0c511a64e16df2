package io.cacheaudit.adapter.rest;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.document.Digest;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.EffectiveHost;
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
import io.cacheaudit.finding.Fingerprint;
import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An audit made by hand, as the engine could give one: an rbd disk whose cache is on against its mode, and a file disk. */
public final class SampleAudits {
    public static final PackId PACK = new PackId("cache-audit", "1.0.0", "sha256:" + "0".repeat(64));
    private static final Provenance CONF = new Provenance("/etc/ceph/ceph.conf", 3, 1);
    private static final Provenance XML = new Provenance("/run/libvirt/qemu/instance-00000068.xml", 41, 7);

    private SampleAudits() {}

    /** The audit of a set: two disks, and as many more as its first document has lines beyond the first. */
    public static Audit of(DocumentSet set, Instant at) {
        long more = set.documents().isEmpty()
                ? 0
                : set.documents().get(0).text().lines().skip(1).count();
        List<EffectiveDisk> disks = new ArrayList<>(List.of(rbdDisk("vdb"), fileDisk("vda")));
        IntStream.range(0, (int) more).forEach(i -> disks.add(rbdDisk("vd" + i)));
        List<Finding> findings = findings(set.host());
        List<Problem> problems = set.documents().stream()
                .filter(document -> document.isPresent() && document.content().length == 0)
                .map(document -> new Problem(document.whole(), "expected XML, found nothing"))
                .collect(Collectors.toCollection(ArrayList::new));
        problems.add(new Problem(new Provenance("/etc/libvirt/qemu/vm7.xml", 14, 13), "element disk is not closed"));
        return new Audit(
                set.host(),
                Digest.of(set),
                at,
                Verdict.FAIL,
                PACK,
                set.versions(),
                Counts.of(findings, 61, 12),
                problems,
                new EffectiveHost(disks, List.of()),
                findings);
    }

    private static List<Finding> findings(String host) {
        Subject disk = Subject.disk("instance-00000068", "vdb");
        return List.of(
                new Finding(
                        "rbd-cache-without-writeback",
                        Severity.HIGH,
                        Status.FAIL,
                        disk,
                        Fingerprint.of("rbd-cache-without-writeback", host, disk),
                        "instance-00000068/vdb: rbd_cache is on although cache=none",
                        "A guest that sees no write cache sends no flush.",
                        "In /etc/ceph/ceph.conf write\n[client]\nrbd cache = false",
                        FixRisk.RESTART,
                        false,
                        List.of(),
                        List.of(new Evidence(CONF, "rbd cache = true"), new Evidence(XML, null))),
                new Finding(
                        "nova-cachemode-differs",
                        Severity.MEDIUM,
                        Status.UNKNOWN,
                        Subject.HOST,
                        Fingerprint.of("nova-cachemode-differs", host, Subject.HOST),
                        "nova's version is not known",
                        "Releases differ.",
                        "Send the version of nova.",
                        FixRisk.NONE,
                        true,
                        List.of(Component.NOVA.missing()),
                        List.of()));
    }

    private static EffectiveDisk rbdDisk(String target) {
        Step decided = new Step("ceph_conf", CONF, "true", null);
        Derivation rbd = new Derivation(
                "rbd-qemu-first-flat",
                decided,
                List.of(new Step("cache_mode", XML, "false", null), new Step("librbd_default", null, "true", null)),
                List.of(new Step("environment", null, null, "CEPH_ARGS <b>does not</b> reach a \u0007 guest")),
                List.of("distribution patches do not touch option parsing"));
        RbdCache cache = new RbdCache(
                Effective.known(true, CONF),
                Effective.known(RbdState.WRITETHROUGH_UNTIL_FLUSH),
                Map.of(
                        "rbd_cache",
                        new Setting<>(Effective.<Object>known(true, CONF), rbd),
                        "rbd_cache_max_dirty",
                        new Setting<>(
                                new Effective.Known<Object>(
                                        25_165_824L,
                                        true,
                                        List.of(Missing.collect("ceph.config", "ceph config dump")),
                                        List.of()),
                                rbd)));
        return disk(target, new DiskFacts.SourceFacts("network", "rbd", "volumes/volume-512c91d8", null), cache);
    }

    private static EffectiveDisk fileDisk(String target) {
        return disk(target, new DiskFacts.SourceFacts("file", null, "/var/lib/nova/\u202edisk<script>", null), null);
    }

    private static EffectiveDisk disk(String target, DiskFacts.SourceFacts source, @Nullable RbdCache cache) {
        DiskFacts facts = new DiskFacts(
                "instance-00000068",
                null,
                DiskFacts.Origin.RUNNING,
                target,
                null,
                "disk",
                "virtio",
                "raw",
                source,
                new Located<>("none", XML),
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
        Derivation drive = new Derivation(
                "qemu-drive-cache", new Step("xml_attribute", XML, "none", null), List.of(), List.of(), List.of());
        DriveCache driveCache = new DriveCache(
                "none",
                Effective.known(CacheMode.NONE.flags()),
                Effective.known(GuestFlush.FORWARDED),
                Effective.known(false),
                drive);
        EffectiveDisk.NovaExpectation nova = new EffectiveDisk.NovaExpectation(
                Effective.unknown(Component.NOVA.missing()),
                new Derivation(null, null, List.of(), List.of(), List.of()));
        return new EffectiveDisk(facts, driveCache, cache, durability(), List.of(), null, nova);
    }

    private static Durability durability() {
        Map<Writes, Map<Failure, Cell>> cells = new EnumMap<>(Writes.class);
        for (Writes writes : Writes.values()) {
            Map<Failure, Cell> row = new EnumMap<>(Failure.class);
            for (Failure failure : Failure.values()) {
                row.put(failure, cell(writes, failure));
            }
            cells.put(writes, row);
        }
        return new Durability(cells);
    }

    private static Cell cell(Writes writes, Failure failure) {
        return switch (writes) {
            case FLUSHED ->
                new Cell(Effective.known(Risk.NONE), null, List.of(), "a flush reaches the cluster", "rbd-flushed");
            case UNFLUSHED ->
                new Cell(
                        Effective.known(Risk.BOUNDED),
                        25_165_824L,
                        List.of(HeldIn.RBD_CACHE),
                        "rbd_cache_max_dirty bounds it",
                        "rbd-unflushed");
            case NEVER_FLUSHING_GUEST ->
                failure == Failure.POWER_LOSS
                        ? new Cell(
                                Effective.unknown(Missing.unestablished(
                                        "facts.durability.rbd", "nobody measured the power loss of an OSD")),
                                null,
                                List.of(),
                                "not established",
                                null)
                        : new Cell(
                                Effective.known(Risk.UNBOUNDED),
                                null,
                                List.of(HeldIn.RBD_CACHE),
                                "write-through ends with the first flush",
                                "rbd-never");
        };
    }
}
