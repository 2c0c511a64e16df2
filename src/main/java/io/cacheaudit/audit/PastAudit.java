package io.cacheaudit.audit;

import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of an audit after the next one took its place.
 *
 * @param fails FAIL findings by severity; every severity has an entry
 * @param versions text by component word, as sent
 */
public record PastAudit(
        Instant auditedAt,
        String digest,
        Verdict verdict,
        Map<Severity, Integer> fails,
        int unknown,
        int error,
        int disks,
        Map<String, String> versions,
        String packVersion) {
    public PastAudit {
        fails = Collections.unmodifiableMap(new EnumMap<>(fails));
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }
}
