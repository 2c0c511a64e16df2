package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Prose;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.RuleCatalog;
import io.cacheaudit.audit.StoredFinding;
import java.time.Instant;
import java.util.List;

/**
 * One rule with its open findings.
 *
 * @param applies what a subject must be for the rule to speak of it
 * @param when what must hold for it to FAIL
 * @param cases the severities, the first that holds wins
 */
record OneRulePage(
        String id,
        String title,
        String subject,
        List<String> applies,
        String when,
        List<Case> cases,
        Prose why,
        Prose remediation,
        String cost,
        List<String> sources,
        String count,
        List<FindingRow> findings,
        boolean hasMore) {
    private static final int FINDINGS = 25;

    OneRulePage {
        applies = List.copyOf(applies);
        cases = List.copyOf(cases);
        sources = List.copyOf(sources);
        findings = List.copyOf(findings);
    }

    /** One severity; {@code when} is empty where it holds in every other case. */
    record Case(String level, String when) {}

    static OneRulePage of(RuleCatalog.RulePage rule, AuditStore store, Instant now) {
        Page<StoredFinding> open = store.findings(
                new FindingQuery(null, rule.id(), null, null, true, FindingQuery.Order.SEVERITY, FINDINGS, null));
        return new OneRulePage(
                rule.id(),
                Printable.of(rule.title()),
                rule.subject(),
                rule.applies().entrySet().stream()
                        .map(entry -> entry.getKey() + " is " + String.join(" or ", entry.getValue()))
                        .toList(),
                rule.when(),
                rule.severities().stream()
                        .map(option -> new Case(option.severity().word(), option.when()))
                        .toList(),
                Prose.of(rule.why()),
                Prose.of(rule.remediation()),
                Levels.cost(rule.fixRisk()),
                rule.sources().stream().map(Printable::of).toList(),
                Words.count(open.count(), open.exact(), "open finding"),
                open.items().stream().map(found -> FindingRow.of(found, now)).toList(),
                open.nextPageToken() != null);
    }
}
