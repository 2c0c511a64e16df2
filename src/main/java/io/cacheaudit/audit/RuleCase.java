package io.cacheaudit.audit;

import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One example of a rule: a document set and what the rule says of it.
 *
 * @param rule the id of the rule it stands beside
 * @param name the name of its folder
 */
public record RuleCase(String rule, String name, DocumentSet set, List<Expectation> expectations) {
    public RuleCase {
        expectations = List.copyOf(expectations);
    }

    /**
     * What the rule says of one subject.
     *
     * @param severity null where any will do, and for PASS and NOT_APPLICABLE
     * @param conditional null where either will do
     */
    public record Expectation(
            String subject,
            Status status,
            @Nullable Severity severity,
            @Nullable Boolean conditional) {}
}
