package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.cacheaudit.audit.RuleCatalog;
import java.util.List;

/** One rule as people read it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RuleView(
        String id,
        String title,
        String subject,
        List<SeverityView> severity,
        String why,
        String remediation,
        String fixRisk,
        List<String> sources) {

    public static RuleView of(RuleCatalog.RulePage rule) {
        List<SeverityView> severities = rule.severities().stream()
                .map(one -> new SeverityView(one.severity().word(), one.when()))
                .toList();
        return new RuleView(
                rule.id(),
                rule.title(),
                rule.subject(),
                severities,
                rule.why(),
                rule.remediation(),
                rule.fixRisk().word(),
                rule.sources());
    }

    /** One severity and its condition, the first that holds being the one; an empty condition always holds. */
    public record SeverityView(String severity, String when) {}
}
