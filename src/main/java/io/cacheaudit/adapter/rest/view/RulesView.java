package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.cacheaudit.audit.RuleCatalog;
import java.util.List;

/** The active pack and its rules. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RulesView(PackView rulePack, List<RuleView> items, ListView.TotalView total) {
    public static RulesView of(RuleCatalog catalog) {
        ListView<RuleView> rules = ListView.of(catalog.rules(), RuleView::of);
        return new RulesView(PackView.of(catalog.pack()), rules.items(), rules.total());
    }
}
