package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Moment;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.finding.Severity;
import java.time.Instant;

/**
 * One host as a row of a table; every text is printable.
 *
 * @param verdict as it stands: a stale PASS is an UNKNOWN
 * @param verdictClass the verdict in lower case, its style
 * @param qemu the version as sent, the empty string where none was
 */
record HostRow(
        String host,
        String verdict,
        String verdictClass,
        boolean stale,
        int critical,
        int high,
        int medium,
        int low,
        int unknown,
        int disks,
        String qemu,
        String librbd,
        Moment lastSeen) {
    static HostRow of(HostSummary host, Instant now) {
        return new HostRow(
                host.host(),
                host.standing(now).name(),
                Words.lower(host.standing(now)),
                host.isStale(now),
                fails(host, Severity.CRITICAL),
                fails(host, Severity.HIGH),
                fails(host, Severity.MEDIUM),
                fails(host, Severity.LOW) + fails(host, Severity.INFO),
                host.counts().unknown() + host.counts().error(),
                host.disks(),
                Printable.name(host.versions().getOrDefault("qemu", "")),
                Printable.name(host.versions().getOrDefault("librbd", "")),
                Moment.of(host.lastSeen(), now));
    }

    private static int fails(HostSummary host, Severity severity) {
        return host.counts().fails().getOrDefault(severity, 0);
    }
}
