package io.cacheaudit.audit;

import io.cacheaudit.effective.EffectiveHost;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.text.Problem;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One evaluation of one document set, with all it found.
 *
 * @param digest of the redacted document set, {@code sha256:} and 64 hex digits
 * @param versions text by component word, as sent
 */
public record Audit(
        String host,
        String digest,
        Instant auditedAt,
        Verdict verdict,
        PackId pack,
        Map<String, String> versions,
        Counts counts,
        List<Problem> problems,
        EffectiveHost effective,
        List<Finding> findings) {
    public Audit {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        problems = problems.stream().sorted().toList();
        findings = findings.stream().sorted(Finding.ORDER).toList();
    }
}
