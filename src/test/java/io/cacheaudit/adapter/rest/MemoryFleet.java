package io.cacheaudit.adapter.rest;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.DiskQuery;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.FleetSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.PastAudit;
import io.cacheaudit.audit.ReleasePairs;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The port of the fleet over the maps of {@link MemoryStore}. */
final class MemoryFleet implements FleetStore {
    private final MemoryStore store;

    MemoryFleet(MemoryStore store) {
        this.store = store;
    }

    @Override
    public FleetSummary summary(Instant now) {
        List<Audit> audits = store.audits();
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        Map<Severity, Long> fails = new EnumMap<>(Severity.class);
        ReleasePairs pairs = new ReleasePairs();
        Map<String, List<Finding>> byRule = new TreeMap<>();
        for (Audit audit : audits) {
            verdicts.merge(audit.verdict(), 1L, Long::sum);
            pairs.add(audit.versions().get("qemu"), audit.versions().get("librbd"), 1, 1);
            byRule.putAll(audit.findings().stream().collect(Collectors.groupingBy(Finding::rule)));
            audit.findings().stream()
                    .filter(finding -> finding.status() == Status.FAIL)
                    .forEach(finding -> fails.merge(finding.severity(), 1L, Long::sum));
        }
        return new FleetSummary(
                audits.size(),
                verdicts,
                0,
                audits.stream()
                        .mapToLong(audit -> audit.effective().disks().size())
                        .sum(),
                fails,
                audits.size(),
                0,
                byRule.keySet().stream()
                        .map(rule -> new FleetSummary.RuleCount(rule, Severity.HIGH, audits.size(), 0, audits.size()))
                        .toList(),
                pairs.pairs());
    }

    @Override
    public Page<StoredDisk> disks(DiskQuery query) {
        List<StoredDisk> all = store.audits().stream()
                .filter(audit -> query.host() == null || audit.host().equals(query.host()))
                .flatMap(audit -> audit.effective().disks().stream().map(disk -> StoredDisk.of(audit.host(), disk)))
                .toList();
        return new Page<>(
                all.stream().limit(query.limit()).toList(),
                all.size() > query.limit() ? "next" : null,
                all.size(),
                true);
    }

    @Override
    public List<PastAudit> pastAudits(String host, int limit) {
        return store.audits().stream()
                .filter(audit -> audit.host().equals(host))
                .limit(limit)
                .map(audit -> new PastAudit(
                        audit.auditedAt(),
                        audit.digest(),
                        audit.verdict(),
                        audit.counts().fails(),
                        audit.counts().unknown(),
                        audit.counts().error(),
                        audit.effective().disks().size(),
                        audit.versions(),
                        audit.pack().version()))
                .toList();
    }
}
