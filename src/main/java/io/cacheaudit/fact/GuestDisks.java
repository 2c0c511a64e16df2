package io.cacheaudit.fact;

import io.cacheaudit.document.qemu.QemuProcess;
import io.cacheaudit.fact.DiskFacts.Origin;
import io.cacheaudit.text.Problem;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Version;
import io.cacheaudit.version.Versions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins what documents say of the disks of a host: one entry for each guest and target. The running XML decides, the
 * defined one stands beside it, and a running process decides over both.
 */
final class GuestDisks {
    private static final Comparator<GuestDisk> ORDER = Comparator.comparing(
                    (GuestDisk disk) -> disk.facts().domain())
            .thenComparing(disk -> disk.facts().target())
            .thenComparing(disk -> disk.facts().at());

    private final Versions host;
    private final List<Problem> problems;

    GuestDisks(Versions host, List<Problem> problems) {
        this.host = host;
        this.problems = problems;
    }

    List<GuestDisk> join(List<List<DiskFacts>> domains, List<QemuProcess> processes) {
        Map<String, Map<String, GuestDisk>> guests = new LinkedHashMap<>();
        domains.forEach(disks -> disks.forEach(disk -> add(guests, disk)));
        sharedNames(guests);
        for (QemuProcess process : processes) {
            Optional<Map<String, GuestDisk>> guest = guestOf(process, guests);
            Map<String, GuestDisk> disks = guest.orElseGet(LinkedHashMap::new);
            if (guest.isEmpty()) {
                guests.put("process " + ProcessDisks.name(process), disks);
            }
            started(process, disks);
        }
        return guests.values().stream()
                .flatMap(disks -> disks.values().stream())
                .sorted(ORDER)
                .toList();
    }

    /** Two guests of one name: what is found of their disks cannot be told apart. */
    private void sharedNames(Map<String, Map<String, GuestDisk>> guests) {
        Map<String, DiskFacts> first = new HashMap<>();
        for (Map<String, GuestDisk> disks : guests.values()) {
            DiskFacts disk = disks.values().iterator().next().facts();
            DiskFacts other = first.putIfAbsent(disk.domain(), disk);
            if (other != null) {
                problems.add(new Problem(
                        disk.at(),
                        "a guest of the same name and another uuid stands in "
                                + other.at().source()));
            }
        }
    }

    private void add(Map<String, Map<String, GuestDisk>> guests, DiskFacts disk) {
        String guest = disk.domainUuid() == null ? disk.domain() : disk.domainUuid();
        guests.computeIfAbsent(guest, key -> new LinkedHashMap<>())
                .merge(disk.target(), new GuestDisk(disk, null, host), (one, two) -> {
                    GuestDisk running = one.facts().origin() == Origin.RUNNING ? one : two;
                    GuestDisk other = running.equals(one) ? two : one;
                    boolean defined = other.facts().origin() == Origin.DEFINED
                            && running.facts().origin() == Origin.RUNNING;
                    if (!defined) {
                        problems.add(new Problem(
                                disk.at(), "another document describes " + disk.domain() + "/" + disk.target()));
                    }
                    return new GuestDisk(running.facts(), defined ? other.facts() : null, host);
                });
    }

    /** The guest of the process's uuid, else of its name. */
    private static Optional<Map<String, GuestDisk>> guestOf(
            QemuProcess process, Map<String, Map<String, GuestDisk>> guests) {
        String uuid = process.uuid() == null ? null : process.uuid().value();
        if (uuid != null && guests.containsKey(uuid)) {
            return Optional.ofNullable(guests.get(uuid));
        }
        String name = ProcessDisks.name(process);
        return guests.values().stream()
                .filter(disks -> disks.values().stream()
                        .anyMatch(disk -> disk.facts().domain().equals(name)
                                && (uuid == null || disk.facts().domainUuid() == null)))
                .findFirst();
    }

    /** Each drive goes to the disk of its alias, else to one of equal source, else it is a disk of its own. */
    private void started(QemuProcess process, Map<String, GuestDisk> disks) {
        Versions running = running(process);
        Map<String, DiskFacts> byAlias = new HashMap<>();
        disks.values().forEach(disk -> {
            if (disk.facts().alias() != null) {
                byAlias.put(disk.facts().alias(), disk.facts());
            }
        });
        disks.replaceAll((target, disk) -> new GuestDisk(disk.facts(), disk.defined(), running));
        for (DiskFacts drive : ProcessDisks.of(process)) {
            DiskFacts listed = listed(drive, byAlias, disks);
            if (listed == null || drive.drive() == null) {
                addOwn(drive, disks, running);
            } else {
                GuestDisk before = disks.get(listed.target());
                DiskFacts facts = listed.runningAs(drive.drive(), drive.client());
                disks.put(listed.target(), new GuestDisk(facts, before == null ? null : before.defined(), running));
            }
        }
    }

    /** A drive that no definition lists, or that another process of the same guest was started with as well. */
    private void addOwn(DiskFacts drive, Map<String, GuestDisk> disks, Versions running) {
        String target = drive.target();
        int count = 1;
        while (disks.containsKey(target)) {
            count++;
            target = drive.target() + "#" + count;
        }
        if (count > 1) {
            problems.add(
                    new Problem(drive.at(), "another drive of " + drive.domain() + " is called " + drive.target()));
        }
        disks.put(target, new GuestDisk(drive.named(target), null, running));
    }

    private static @Nullable DiskFacts listed(
            DiskFacts drive, Map<String, DiskFacts> byAlias, Map<String, GuestDisk> disks) {
        String id = drive.target();
        DiskFacts aliased = byAlias.get(id.startsWith("drive-") ? id.substring("drive-".length()) : id);
        GuestDisk current = aliased == null ? null : disks.get(aliased.target());
        if (current != null && current.facts().drive() == null) {
            return current.facts();
        }
        return disks.values().stream()
                .map(GuestDisk::facts)
                .filter(disk -> disk.drive() == null)
                .filter(disk -> !disk.source().isEmpty() && sameImage(disk, drive))
                .findFirst()
                .orElse(null);
    }

    private static boolean sameImage(DiskFacts one, DiskFacts two) {
        String left = one.source().protocol() == null ? "" : one.source().protocol();
        String right = two.source().protocol() == null ? "" : two.source().protocol();
        return left.equals(right)
                && one.source().name() != null
                && one.source().name().equals(two.source().name());
    }

    /** A mapped file that was replaced since is another version than the installed one: the sender's word, or unknown. */
    private Versions running(QemuProcess process) {
        QemuProcess.Host facts = process.host();
        Versions versions = host;
        if (facts.runningQemu() != null) {
            versions = versions.with(
                    Component.QEMU,
                    Version.parse(Component.QEMU, facts.runningQemu().value()));
        } else if (facts.exe() != null && facts.exe().deleted()) {
            versions = versions.with(Component.QEMU, Optional.empty());
        }
        if (facts.runningLibrbd() != null) {
            versions = versions.with(
                    Component.LIBRBD,
                    Version.parse(Component.LIBRBD, facts.runningLibrbd().value()));
        } else if (facts.librbd() != null && facts.librbd().deleted()) {
            versions = versions.with(Component.LIBRBD, Optional.empty());
        }
        return versions;
    }
}
