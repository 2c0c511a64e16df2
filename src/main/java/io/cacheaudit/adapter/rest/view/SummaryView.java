package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.cacheaudit.audit.FleetSummary;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts over the fleet.
 *
 * @param stale hosts not heard from for three of their intervals, whatever their verdict
 * @param findings open ones: FAIL by severity, and those that are UNKNOWN or ERROR
 * @param rules those with open findings, worst first
 * @param versions hosts by the releases of QEMU and librbd they run; an unknown release is null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SummaryView(
        long hosts,
        Map<Verdict, Long> verdicts,
        long stale,
        long disks,
        Map<String, Long> findings,
        List<RuleCountView> rules,
        List<VersionPairView> versions) {

    public static SummaryView of(FleetSummary summary) {
        Map<String, Long> findings = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            findings.put(severity.word(), summary.fails().getOrDefault(severity, 0L));
        }
        findings.put("unknown", summary.unknown());
        findings.put("error", summary.error());
        return new SummaryView(
                summary.hosts(),
                summary.verdicts(),
                summary.stale(),
                summary.disks(),
                findings,
                summary.rules().stream().map(RuleCountView::of).toList(),
                summary.versions().stream().map(VersionPairView::of).toList());
    }

    /** The open findings of one rule; the worst severity is null where none is a FAIL. */
    public record RuleCountView(String rule, @Nullable String worst, long fails, long unknown, long hosts) {
        static RuleCountView of(FleetSummary.RuleCount count) {
            Severity worst = count.worst();
            return new RuleCountView(
                    count.rule(), worst == null ? null : worst.word(), count.fails(), count.unknown(), count.hosts());
        }
    }

    /** How many hosts run a pair of releases, and how many of them have the verdict FAIL. */
    public record VersionPairView(
            @Nullable String qemu, @Nullable String librbd, long hosts, long failing) {
        static VersionPairView of(FleetSummary.VersionPair pair) {
            return new VersionPairView(pair.qemu(), pair.librbd(), pair.hosts(), pair.failing());
        }
    }
}
