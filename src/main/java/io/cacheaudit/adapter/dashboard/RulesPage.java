package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.FleetSummary.RuleCount;
import io.cacheaudit.audit.RuleCatalog;
import io.cacheaudit.audit.RuleCatalog.RulePage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every rule of the active pack, with what it finds.
 *
 * @param pack name and version
 */
record RulesPage(String pack, String count, List<RuleLine> rules) {
    RulesPage {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param levels the severities it can have, worst first
     * @param hosts how many hosts have an open finding of it
     */
    record RuleLine(
            String id, String title, String subject, List<String> levels, long hosts, long fails, long unknown) {}

    static RulesPage of(RuleCatalog catalog, FleetStore fleet, Instant now) {
        Map<String, RuleCount> counts = new HashMap<>();
        fleet.summary(now).rules().forEach(count -> counts.put(count.rule(), count));
        RuleCount none = new RuleCount("", null, 0, 0, 0);
        return new RulesPage(
                Printable.name(catalog.pack().name() + " " + catalog.pack().version()),
                Words.count(catalog.rules().size(), "rule"),
                catalog.rules().stream()
                        .map(rule -> line(rule, counts.getOrDefault(rule.id(), none)))
                        .toList());
    }

    private static RuleLine line(RulePage rule, RuleCount count) {
        return new RuleLine(
                rule.id(),
                Printable.of(rule.title()),
                rule.subject(),
                rule.severities().stream()
                        .map(option -> option.severity().word())
                        .distinct()
                        .toList(),
                count.hosts(),
                count.fails(),
                count.unknown());
    }
}
