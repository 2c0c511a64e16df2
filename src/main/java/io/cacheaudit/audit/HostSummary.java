package io.cacheaudit.audit;

import io.cacheaudit.finding.Verdict;
import io.cacheaudit.rule.PackId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One host as lists show it.
 *
 * @param versions text by component word
 * @param interval how often the host reports; it is stale after three of them
 */
public record HostSummary(
        String host,
        String digest,
        Verdict verdict,
        Counts counts,
        int disks,
        Map<String, String> versions,
        PackId pack,
        Instant firstSeen,
        Instant lastSeen,
        Instant auditedAt,
        Duration interval) {
    private static final int STALE_AFTER_INTERVALS = 3;

    /** When a host last seen then is stale. */
    public static Instant staleAt(Instant lastSeen, Duration interval) {
        return lastSeen.plus(interval.multipliedBy(STALE_AFTER_INTERVALS));
    }

    public boolean isStale(Instant now) {
        return staleAt(lastSeen, interval).isBefore(now);
    }

    /** The verdict as it stands: that of the newest audit, but a PASS of a stale host is UNKNOWN. */
    public Verdict standing(Instant now) {
        return verdict == Verdict.PASS && isStale(now) ? Verdict.UNKNOWN : verdict;
    }
}
