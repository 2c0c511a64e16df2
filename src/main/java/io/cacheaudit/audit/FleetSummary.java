package io.cacheaudit.audit;

import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts over the fleet.
 *
 * @param verdicts hosts by verdict; every verdict has an entry, and a stale PASS counts as UNKNOWN
 * @param stale hosts not heard from for three of their intervals, whatever their verdict
 * @param fails open FAIL findings by severity; every severity has an entry
 * @param rules those with open findings, worst first
 * @param versions pairs of releases with their hosts, in the order of the releases, unknown ones first
 */
public record FleetSummary(
        long hosts,
        Map<Verdict, Long> verdicts,
        long stale,
        long disks,
        Map<Severity, Long> fails,
        long unknown,
        long error,
        List<RuleCount> rules,
        List<VersionPair> versions) {
    public FleetSummary {
        verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
        fails = Collections.unmodifiableMap(new EnumMap<>(fails));
        rules = List.copyOf(rules);
        versions = List.copyOf(versions);
    }

    /**
     * The open findings of one rule.
     *
     * @param worst the highest severity among its FAIL findings, null where it has none
     * @param unknown its findings that are UNKNOWN or ERROR
     * @param hosts how many hosts have any of them
     */
    public record RuleCount(String rule, @Nullable Severity worst, long fails, long unknown, long hosts) {}

    /**
     * The hosts that run one release of QEMU with one of librbd.
     *
     * @param qemu the upstream release, null where the host did not send one
     * @param failing how many of the hosts have the verdict FAIL
     */
    public record VersionPair(
            @Nullable String qemu, @Nullable String librbd, long hosts, long failing) {}
}
