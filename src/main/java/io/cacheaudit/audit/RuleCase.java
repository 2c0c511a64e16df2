package io.cacheaudit.audit;

import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import java.util.List;
import java.util.function.Function;
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
     * @param severity null where any will do
     * @param conditional null where either will do
     */
    public record Expectation(
            String subject,
            Status status,
            @Nullable Severity severity,
            @Nullable Boolean conditional) {}

    /**
     * The case a tree states, or null with problems that say where and why not.
     *
     * @param file the bytes of a file in the folder of the case, null where there is none
     */
    public static @Nullable RuleCase from(
            Tree tree, String rule, String name, Function<String, byte @Nullable []> file, List<Problem> problems) {
        return new RuleCaseReader(rule, name, file, problems).read(tree);
    }
}
