package io.cacheaudit.rule;

import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A unit of policy.
 *
 * @param id equal to the name of its folder, never used again for another rule
 * @param family the folder above it
 * @param applies the values of fields, any of which a subject must have for the rule to speak of it
 * @param when what must hold for the rule to FAIL
 * @param severities in order; the first whose condition holds, or may hold, is the severity
 * @param since the version of the pack that brought the rule
 * @param exceptions evidence without which the rule may pass, each with the reason
 */
public record Rule(
        String id,
        String family,
        String title,
        SubjectKind subject,
        Map<String, List<String>> applies,
        Condition when,
        List<SeverityCase> severities,
        Texts texts,
        FixRisk fixRisk,
        List<String> sources,
        String since,
        List<ExceptionCase> exceptions) {
    public Rule {
        applies = Collections.unmodifiableMap(new TreeMap<>(applies));
        severities = List.copyOf(severities);
        sources = List.copyOf(sources);
        exceptions = List.copyOf(exceptions);
        if (severities.isEmpty() || severities.get(severities.size() - 1).when() != null) {
            throw new IllegalArgumentException(id + ": the last severity has no condition");
        }
    }

    /** A severity and when it is the one; without a condition it always is. */
    public record SeverityCase(Severity severity, @Nullable Condition when) {}

    /** What the rule says: of this subject, why it matters, and what to do. */
    public record Texts(Template message, Template why, Template remediation) {}

    /**
     * Evidence without which the rule's firing cases pass.
     *
     * @param without the kind of a document, or {@code versions.} and a component
     */
    public record ExceptionCase(String without, String because) {}

    /** Every field that decides: of {@code applies}, {@code when} and the severities. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>(applies.keySet());
        fields.addAll(when.fields());
        severities.forEach(option -> {
            if (option.when() != null) {
                fields.addAll(option.when().fields());
            }
        });
        return fields;
    }

    /** The worst severity the rule can have. */
    public Severity highestSeverity() {
        return severities.stream()
                .map(SeverityCase::severity)
                .min(Severity::compareTo)
                .orElseThrow();
    }

    /** The rule a tree states, or null with problems that say where and why not. */
    public static @Nullable Rule from(
            Tree tree, String family, String folder, ConditionCompiler compiler, List<Problem> problems) {
        return new RuleReader(family, folder, compiler, problems).read(tree);
    }
}
