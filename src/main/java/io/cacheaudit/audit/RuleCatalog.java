package io.cacheaudit.audit;

import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.rule.PackId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Port: the active rules as people read them. */
public interface RuleCatalog {
    PackId pack();

    /** Every rule, sorted by id. */
    List<RulePage> rules();

    /**
     * One rule.
     *
     * @param subject the kind of subject it is about: host, disk, document …
     * @param applies by field, the values of which a subject must have one for the rule to speak of it
     * @param when the condition under which it is a FAIL
     * @param severities worst first: the severities it can have, each with the condition that chooses it
     * @param sources where what it says is written, each as project, tag, file and function
     */
    record RulePage(
            String id,
            String title,
            String subject,
            Map<String, List<String>> applies,
            String when,
            List<SeverityCase> severities,
            String why,
            String remediation,
            FixRisk fixRisk,
            List<String> sources) {
        public RulePage {
            applies = Collections.unmodifiableMap(new TreeMap<>(applies));
            severities = List.copyOf(severities);
            sources = List.copyOf(sources);
        }
    }

    /**
     * One severity of a rule.
     *
     * @param when its condition, the empty string where it holds in every other case
     */
    record SeverityCase(Severity severity, String when) {}
}
