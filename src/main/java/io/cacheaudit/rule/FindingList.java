package io.cacheaudit.rule;

import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.version.Missing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Findings, one for each fingerprint. A key that a document writes twice is one subject: what is said of both is joined
 * under the worse of the two.
 */
final class FindingList {
    private final Map<String, Finding> byFingerprint = new LinkedHashMap<>();

    void add(Finding finding) {
        byFingerprint.merge(finding.fingerprint(), finding, FindingList::join);
    }

    List<Finding> sorted() {
        return byFingerprint.values().stream().sorted(Finding.ORDER).toList();
    }

    private static Finding join(Finding one, Finding two) {
        boolean ordered = Finding.ORDER.compare(one, two) <= 0;
        Finding first = ordered ? one : two;
        Finding second = ordered ? two : one;
        boolean same = first.status() != second.status() || first.message().equals(second.message());
        List<Evidence> evidence = Stream.concat(first.evidence().stream(), second.evidence().stream())
                .distinct()
                .limit(RuleEvaluator.MAX_EVIDENCE)
                .toList();
        List<Missing> missing = Stream.concat(first.missing().stream(), second.missing().stream())
                .toList();
        return new Finding(
                first.rule(),
                first.severity(),
                first.status(),
                first.subject(),
                first.fingerprint(),
                same ? first.message() : first.message() + " " + second.message(),
                first.why(),
                first.remediation(),
                first.fixRisk(),
                first.conditional() && second.conditional(),
                missing,
                evidence);
    }
}
