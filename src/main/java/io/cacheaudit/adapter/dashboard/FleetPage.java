package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The first page: hosts by verdict, worst first, and the newest findings. */
record FleetPage(List<VerdictCount> verdicts, List<HostLine> hosts, long hostCount, List<FindingPanel> newest) {
    private static final int SHOWN_HOSTS = 200;
    private static final int SHOWN_FINDINGS = 20;
    private static final Comparator<HostLine> WORST = Comparator.comparingInt(HostLine::critical)
            .thenComparingInt(HostLine::high)
            .thenComparingInt(HostLine::medium)
            .thenComparingInt(HostLine::unknown)
            .reversed()
            .thenComparing(HostLine::host);

    FleetPage {
        verdicts = List.copyOf(verdicts);
        hosts = List.copyOf(hosts);
        newest = List.copyOf(newest);
    }

    /** How many hosts have a verdict; {@code count} ends with a plus where counting stopped. */
    record VerdictCount(String verdict, String verdictClass, String count) {}

    /** One host. A stale host was not heard from for three of its intervals. */
    record HostLine(
            String host,
            String verdict,
            String verdictClass,
            boolean stale,
            int critical,
            int high,
            int medium,
            int unknown,
            int disks,
            String lastSeen) {
        static HostLine of(HostSummary host, Instant now) {
            return new HostLine(
                    host.host(),
                    host.verdict().name(),
                    word(host.verdict()),
                    host.isStale(now),
                    host.counts().fails().getOrDefault(Severity.CRITICAL, 0),
                    host.counts().fails().getOrDefault(Severity.HIGH, 0),
                    host.counts().fails().getOrDefault(Severity.MEDIUM, 0),
                    host.counts().unknown(),
                    host.disks(),
                    host.lastSeen().toString());
        }
    }

    static FleetPage of(AuditStore store, Instant now) {
        List<VerdictCount> counts = new ArrayList<>();
        List<HostLine> lines = new ArrayList<>();
        long all = 0;
        for (Verdict verdict : Verdict.values()) {
            Page<HostSummary> page =
                    store.hosts(new HostQuery(null, verdict, null, HostQuery.Order.WORST, now, SHOWN_HOSTS, null));
            counts.add(new VerdictCount(verdict.name(), word(verdict), page.count() + (page.exact() ? "" : "+")));
            page.items().stream()
                    .map(host -> HostLine.of(host, now))
                    .sorted(WORST)
                    .forEach(lines::add);
            all += page.count();
        }
        FindingQuery newest =
                new FindingQuery(null, null, null, null, true, FindingQuery.Order.NEWEST, SHOWN_FINDINGS, null);
        return new FleetPage(
                counts,
                lines.stream().limit(SHOWN_HOSTS).toList(),
                all,
                store.findings(newest).items().stream()
                        .map(stored -> FindingPanel.of(stored.host(), stored.finding()))
                        .toList());
    }

    public boolean isEmpty() {
        return hostCount == 0;
    }

    public boolean hasMoreHosts() {
        return hostCount > hosts.size();
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
