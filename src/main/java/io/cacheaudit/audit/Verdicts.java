package io.cacheaudit.audit;

import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.rule.RulePack;
import java.util.List;

/** The verdict over the findings of an audit. */
final class Verdicts {
    private Verdicts() {}

    /**
     * FAIL where a FAIL reaches the threshold; else UNKNOWN where a rule that could reach it is undecided, or a document
     * could not be read at all; else PASS.
     */
    static Verdict of(List<Finding> findings, RulePack pack, List<String> unparsed, Severity threshold) {
        boolean failed = findings.stream()
                .anyMatch(finding ->
                        finding.status() == Status.FAIL && finding.severity().isAtLeast(threshold));
        if (failed) {
            return Verdict.FAIL;
        }
        boolean undecided = findings.stream()
                .filter(finding -> finding.status() != Status.FAIL)
                .anyMatch(finding -> pack.rule(finding.rule())
                        .map(Rule::highestSeverity)
                        .map(severity -> severity.isAtLeast(threshold))
                        .orElse(true));
        return undecided || !unparsed.isEmpty() ? Verdict.UNKNOWN : Verdict.PASS;
    }
}
