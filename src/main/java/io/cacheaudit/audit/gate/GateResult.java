package io.cacheaudit.audit.gate;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.rule.OpenPass;
import io.cacheaudit.rule.RulePack;
import java.util.List;

/**
 * What a gate says of one document set.
 *
 * @param audit the whole audit; its own verdict knows neither threshold nor waivers
 * @param pack the rules it was audited by
 * @param counts as in the audit, with what is accepted under {@code waived} and nowhere else
 * @param findings in the order of {@link Finding#ORDER}, what is accepted among them
 * @param openPasses passes of rules that can reach the threshold and that an unspoken layer could still change
 * @param unparsed documents of which nothing could be read
 * @param expired waivers whose day is over
 * @param unused waivers in force that no finding needs
 */
public record GateResult(
        Audit audit,
        RulePack pack,
        GateOptions options,
        Verdict verdict,
        Counts counts,
        List<GatedFinding> findings,
        List<OpenPass> openPasses,
        List<String> unparsed,
        List<Waiver> expired,
        List<Waiver> unused) {
    public GateResult {
        findings = List.copyOf(findings);
        openPasses = List.copyOf(openPasses);
        unparsed = List.copyOf(unparsed);
        expired = List.copyOf(expired);
        unused = List.copyOf(unused);
    }
}
