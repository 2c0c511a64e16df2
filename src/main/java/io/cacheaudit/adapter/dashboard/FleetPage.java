package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Moment;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.FleetSummary;
import io.cacheaudit.audit.FleetSummary.RuleCount;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page: how the fleet stands, what is worst in it, and who is silent.
 *
 * @param asOf when the page was made
 * @param disks how many, in words
 * @param silent hosts not heard from, longest silent first
 */
record FleetPage(
        Moment asOf,
        long hostCount,
        String hostsInWords,
        String disks,
        List<Tile> tiles,
        List<LevelCount> levels,
        List<HostRow> hosts,
        boolean hasMoreHosts,
        List<RuleLine> rules,
        int moreRules,
        HeatMap versions,
        List<HostRow> silent,
        long silentCount,
        List<FindingRow> newest) {
    private static final int HOSTS = 15;
    private static final int RULES = 8;
    private static final int SILENT = 8;
    private static final int FINDINGS = 10;

    FleetPage {
        tiles = List.copyOf(tiles);
        levels = List.copyOf(levels);
        hosts = List.copyOf(hosts);
        rules = List.copyOf(rules);
        silent = List.copyOf(silent);
        newest = List.copyOf(newest);
    }

    /**
     * Hosts that have something in common.
     *
     * @param share of all hosts, in hundredths
     */
    record Tile(String style, String title, String meaning, String count, int share, String href) {}

    /** How many open findings have a level. */
    record LevelCount(String level, String count, String href) {}

    /** A rule with open findings. */
    record RuleLine(String rule, String level, String hosts, String findings) {
        static RuleLine of(RuleCount count) {
            Severity worst = count.worst();
            return new RuleLine(
                    count.rule(),
                    worst == null ? "unknown" : worst.word(),
                    Words.count(count.hosts(), "host"),
                    Words.count(count.fails() + count.unknown(), "finding"));
        }
    }

    static FleetPage of(AuditStore store, FleetStore fleet, Instant now) {
        FleetSummary summary = fleet.summary(now);
        Page<HostSummary> worst = store.hosts(new HostQuery(null, null, null, HostQuery.Order.WORST, now, HOSTS, null));
        Page<HostSummary> silent =
                store.hosts(new HostQuery(null, null, true, HostQuery.Order.SEEN, now, SILENT, null));
        FindingQuery newest = new FindingQuery(null, null, null, null, true, FindingQuery.Order.NEWEST, FINDINGS, null);
        return new FleetPage(
                Moment.of(now, now),
                summary.hosts(),
                Words.count(summary.hosts(), "host"),
                Words.count(summary.disks(), "disk"),
                tiles(summary),
                levels(summary),
                worst.items().stream().map(host -> HostRow.of(host, now)).toList(),
                worst.nextPageToken() != null,
                summary.rules().stream().limit(RULES).map(RuleLine::of).toList(),
                Math.max(0, summary.rules().size() - RULES),
                HeatMap.of(summary.versions()),
                silent.items().stream().map(host -> HostRow.of(host, now)).toList(),
                summary.stale(),
                store.findings(newest).items().stream()
                        .map(found -> FindingRow.of(found, now))
                        .toList());
    }

    public boolean isEmpty() {
        return hostCount == 0;
    }

    private static List<Tile> tiles(FleetSummary summary) {
        List<Tile> tiles = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            String word = Words.lower(verdict);
            tiles.add(tile(
                    summary,
                    word,
                    verdict.name(),
                    meaning(verdict),
                    summary.verdicts().getOrDefault(verdict, 0L),
                    "/hosts?verdict=" + verdict.name()));
        }
        tiles.add(tile(
                summary,
                "stale",
                "Not heard from",
                "silent for three of their intervals",
                summary.stale(),
                "/hosts?stale=true"));
        return tiles;
    }

    private static Tile tile(
            FleetSummary summary, String style, String title, String meaning, long count, String href) {
        int share = summary.hosts() == 0 ? 0 : (int) (100 * count / summary.hosts());
        return new Tile(style, title, meaning, Words.number(count), count > 0 ? Math.max(share, 1) : 0, href);
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> "a finding of severity high or above";
            case UNKNOWN -> "evidence is missing, or the host is silent";
            case PASS -> "no finding of severity high or above";
        };
    }

    private static List<LevelCount> levels(FleetSummary summary) {
        List<LevelCount> levels = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            level(
                    levels,
                    severity.word(),
                    summary.fails().get(severity),
                    "severity=" + severity.word() + "&status=FAIL");
        }
        level(levels, "unknown", summary.unknown(), "status=UNKNOWN");
        level(levels, "error", summary.error(), "status=ERROR");
        return levels;
    }

    private static void level(List<LevelCount> levels, String level, @Nullable Long count, String filter) {
        if (count != null && count > 0) {
            levels.add(new LevelCount(level, Words.number(count), "/findings?" + filter));
        }
    }
}
