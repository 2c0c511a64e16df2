package io.cacheaudit.finding;

import io.cacheaudit.version.Missing;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One rule's FAIL, UNKNOWN or ERROR on one subject.
 *
 * @param conditional a layer that the host did not speak of could still change what the finding says
 * @param missing what would lift an unknown or a condition, never empty for UNKNOWN
 */
public record Finding(
        String rule,
        Severity severity,
        Status status,
        Subject subject,
        String fingerprint,
        String message,
        String why,
        String remediation,
        FixRisk fixRisk,
        boolean conditional,
        List<Missing> missing,
        List<Evidence> evidence) {

    /** Worst first, then by rule and subject: the order of every list. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::status)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(finding -> finding.subject().text());

    public Finding {
        Objects.requireNonNull(rule, "rule");
        if (status == Status.PASS || status == Status.NOT_APPLICABLE) {
            throw new IllegalArgumentException(status + " is counted, not kept as a finding");
        }
        if (status == Status.UNKNOWN && missing.isEmpty()) {
            throw new IllegalArgumentException(rule + ": an unknown names what is missing");
        }
        missing = missing.stream().distinct().sorted().toList();
        evidence = List.copyOf(evidence);
    }
}
