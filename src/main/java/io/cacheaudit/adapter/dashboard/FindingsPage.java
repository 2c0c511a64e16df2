package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.RuleCatalog;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of findings.
 *
 * @param csv the same list as a file
 */
record FindingsPage(FilterForm form, List<FindingRow> findings, Pager pager, String csv) {
    static final String PATH = "/findings";
    static final String[] FILTERS = {"host", "rule", "severity", "status", "open", "sort"};

    private static final int LIMIT = 50;
    private static final List<Status> STATUSES = List.of(Status.FAIL, Status.UNKNOWN, Status.ERROR);

    FindingsPage {
        findings = List.copyOf(findings);
    }

    static FindingsPage of(PageQuery query, boolean swap, AuditStore store, RuleCatalog rules, Instant now) {
        FindingQuery.@Nullable Order order = query.constant("sort", FindingQuery.Order.values());
        String host = query.text("host");
        FindingQuery asked = new FindingQuery(
                host == null ? null : host.toLowerCase(Locale.ROOT),
                query.text("rule"),
                query.constant("severity", Severity.values()),
                query.word("status", FindingsPage::status),
                open(query),
                order == null ? FindingQuery.Order.SEVERITY : order,
                LIMIT,
                query.token());
        query.check();
        Page<StoredFinding> page = store.findings(asked);
        return new FindingsPage(
                form(query, rules),
                page.items().stream().map(found -> FindingRow.of(found, now)).toList(),
                Pager.of(query, page, "finding", swap),
                csv(asked));
    }

    /** Open findings where nothing is said. */
    private static @Nullable Boolean open(PageQuery query) {
        String word = query.word(
                "open", text -> List.of("false", "all").contains(text) ? Optional.of(text) : Optional.empty());
        return word == null ? Boolean.TRUE : word.equals("all") ? null : Boolean.FALSE;
    }

    private static Optional<Status> status(String word) {
        return Status.of(word).filter(STATUSES::contains);
    }

    /** The same list in the words of the API. */
    private static String csv(FindingQuery asked) {
        Map<String, String> words = new LinkedHashMap<>();
        PageQuery.put(words, "host", asked.host());
        PageQuery.put(words, "rule", asked.rule());
        PageQuery.put(
                words,
                "severity",
                asked.severity() == null ? null : asked.severity().word());
        PageQuery.put(words, "status", asked.status());
        PageQuery.put(words, "open", asked.open());
        PageQuery.put(words, "sort", Words.lower(asked.order()));
        return PageQuery.address("/findings.csv", words);
    }

    private static FilterForm form(PageQuery query, RuleCatalog rules) {
        Map<String, String> ids = new LinkedHashMap<>();
        rules.rules().forEach(rule -> ids.put(rule.id(), rule.id()));
        String asked = query.text("rule");
        if (asked != null) {
            ids.putIfAbsent(asked, asked);
        }
        Map<String, String> statuses = new LinkedHashMap<>();
        STATUSES.forEach(status -> statuses.put(status.name(), status.name()));
        Map<String, String> lives = new LinkedHashMap<>();
        lives.put("false", "closed");
        lives.put("all", "open and closed");
        return new FilterForm.Builder(PATH, query)
                .text("host", "Host", "whole name")
                .choice("rule", "Rule", "any", ids)
                .constants("severity", "Severity", "any", Severity.values())
                .choice("status", "Status", "any", statuses)
                .choice("open", "Life", "open", lives)
                .choice("sort", "Sort by", "worst first", Map.of("newest", "newest first"))
                .build();
    }
}
