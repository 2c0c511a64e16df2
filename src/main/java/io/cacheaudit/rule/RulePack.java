package io.cacheaudit.rule;

import java.util.List;
import java.util.Optional;

/** The rules an audit uses, by id. */
public record RulePack(PackId id, List<Rule> rules) {
    public RulePack {
        rules = rules.stream()
                .sorted((left, right) -> left.id().compareTo(right.id()))
                .toList();
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
