package io.cacheaudit.app;

import io.cacheaudit.audit.PrecedenceCatalog;
import io.cacheaudit.audit.RuleCatalog;
import io.cacheaudit.effective.Precedence;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.rule.RulePack;
import io.cacheaudit.version.RowHead;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules and rows of an engine as people read them. */
final class Catalogs {
    private Catalogs() {}

    static RuleCatalog rules(RulePack pack) {
        List<RuleCatalog.RulePage> pages = pack.rules().stream()
                .map(Catalogs::page)
                .sorted(Comparator.comparing(RuleCatalog.RulePage::id))
                .toList();
        return new RuleCatalog() {
            @Override
            public PackId pack() {
                return pack.id();
            }

            @Override
            public List<RulePage> rules() {
                return pages;
            }
        };
    }

    private static RuleCatalog.RulePage page(Rule rule) {
        List<RuleCatalog.SeverityCase> severities = rule.severities().stream()
                .map(option -> new RuleCatalog.SeverityCase(
                        option.severity(),
                        option.when() == null ? "" : option.when().text()))
                .toList();
        return new RuleCatalog.RulePage(
                rule.id(),
                rule.title(),
                rule.subject().word(),
                rule.applies(),
                rule.when().text(),
                severities,
                rule.texts().why().text(),
                rule.texts().remediation().text(),
                rule.fixRisk(),
                rule.sources());
    }

    static PrecedenceCatalog rows(Precedence precedence) {
        Map<String, RowHead> rows = new TreeMap<>();
        precedence.rows().forEach(row -> rows.put(row.id(), row));
        return id -> Optional.ofNullable(rows.get(id)).map(Catalogs::page);
    }

    private static PrecedenceCatalog.RowPage page(RowHead row) {
        Map<String, String> ranges = new TreeMap<>();
        row.ranges().forEach((component, range) -> ranges.put(component.word(), range.text()));
        return new PrecedenceCatalog.RowPage(
                row.id(),
                row.table(),
                ranges,
                row.layers(),
                row.sources(),
                row.evidence(),
                row.note().isEmpty() ? null : row.note());
    }
}
