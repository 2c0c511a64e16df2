package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of hosts. */
record HostsPage(FilterForm form, List<HostRow> hosts, Pager pager) {
    static final String PATH = "/hosts";
    static final String[] FILTERS = {"name", "verdict", "stale", "sort"};

    private static final int LIMIT = 50;

    HostsPage {
        hosts = List.copyOf(hosts);
    }

    static HostsPage of(PageQuery query, boolean swap, AuditStore store, Instant now) {
        HostQuery.@Nullable Order order = query.constant("sort", HostQuery.Order.values());
        String name = query.text("name");
        HostQuery asked = new HostQuery(
                name == null ? null : name.toLowerCase(Locale.ROOT),
                query.word("verdict", HostsPage::verdict),
                query.truth("stale"),
                order == null ? HostQuery.Order.WORST : order,
                now,
                LIMIT,
                query.token());
        query.check();
        Page<HostSummary> page = store.hosts(asked);
        return new HostsPage(
                form(query),
                page.items().stream().map(host -> HostRow.of(host, now)).toList(),
                Pager.of(query, page, "host", swap));
    }

    private static Optional<Verdict> verdict(String word) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(word))
                .findFirst();
    }

    private static FilterForm form(PageQuery query) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        Arrays.stream(Verdict.values()).forEach(verdict -> verdicts.put(verdict.name(), verdict.name()));
        Map<String, String> heard = new LinkedHashMap<>();
        heard.put("false", "heard from");
        heard.put("true", "not heard from");
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("name", "name");
        orders.put("seen", "longest silent");
        return new FilterForm.Builder(PATH, query)
                .text("name", "Name", "part of it")
                .choice("verdict", "Verdict", "any", verdicts)
                .choice("stale", "Reports", "any", heard)
                .choice("sort", "Sort by", "worst first", orders)
                .build();
    }
}
