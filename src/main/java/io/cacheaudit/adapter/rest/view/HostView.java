package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import java.util.Map;

/**
 * One host as lists show it.
 *
 * @param verdict of the newest audit; a PASS of a stale host is UNKNOWN
 * @param versions as sent, by component
 * @param stale not heard from for three of its intervals
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record HostView(
        String host,
        String digest,
        Verdict verdict,
        CountsView counts,
        int disks,
        Map<String, String> versions,
        PackView rulePack,
        Instant firstSeen,
        Instant lastSeen,
        Instant auditedAt,
        long intervalSeconds,
        boolean stale) {

    public static HostView of(HostSummary host, Instant now) {
        return new HostView(
                host.host(),
                host.digest(),
                host.standing(now),
                CountsView.of(host.counts()),
                host.disks(),
                host.versions(),
                PackView.of(host.pack()),
                host.firstSeen(),
                host.lastSeen(),
                host.auditedAt(),
                host.interval().toSeconds(),
                host.isStale(now));
    }
}
