package io.cacheaudit.adapter.rest;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.DiskQuery;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.FleetSummary;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.PastAudit;
import io.cacheaudit.audit.ReleasePairs;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The port of the fleet over a store in memory, which keeps neither disks nor past audits. */
final class MemoryFleet implements FleetStore {
    private static final int ALL = 1000;

    private final AuditStore store;

    MemoryFleet(AuditStore store) {
        this.store = store;
    }

    @Override
    public FleetSummary summary(Instant now) {
        List<HostSummary> hosts = store.hosts(HostQuery.all(now, ALL, null)).items();
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        Map<Severity, Long> fails = new EnumMap<>(Severity.class);
        ReleasePairs versions = new ReleasePairs();
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, 0L);
        }
        for (Severity severity : Severity.values()) {
            fails.put(severity, 0L);
        }
        for (HostSummary host : hosts) {
            verdicts.merge(host.standing(now), 1L, Long::sum);
            host.counts().fails().forEach((severity, count) -> fails.merge(severity, (long) count, Long::sum));
            versions.add(
                    host.versions().get("qemu"),
                    host.versions().get("librbd"),
                    1,
                    host.verdict() == Verdict.FAIL ? 1 : 0);
        }
        long stale = hosts.stream().filter(host -> host.isStale(now)).count();
        long disks = hosts.stream().mapToLong(HostSummary::disks).sum();
        return new FleetSummary(hosts.size(), verdicts, stale, disks, fails, 0, 0, List.of(), versions.pairs());
    }

    @Override
    public Page<StoredDisk> disks(DiskQuery query) {
        return new Page<>(List.of(), null, 0, true);
    }

    @Override
    public List<PastAudit> pastAudits(String host, int limit) {
        return List.of();
    }
}
