package io.cacheaudit.audit;

import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many of each an audit has. The severities count FAIL findings.
 *
 * @param fails FAIL findings by severity; every severity has an entry
 */
public record Counts(Map<Severity, Integer> fails, int unknown, int error, int pass, int notApplicable, int waived) {
    public Counts {
        fails = Collections.unmodifiableMap(new EnumMap<>(fails));
    }

    /** Counts findings; what is counted but not kept comes as numbers. */
    public static Counts of(Collection<Finding> findings, int pass, int notApplicable) {
        Map<Severity, Integer> fails = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            fails.put(severity, 0);
        }
        int unknown = 0;
        int error = 0;
        for (Finding finding : findings) {
            if (finding.status() == Status.FAIL) {
                fails.merge(finding.severity(), 1, Integer::sum);
            }
            unknown += finding.status() == Status.UNKNOWN ? 1 : 0;
            error += finding.status() == Status.ERROR ? 1 : 0;
        }
        return new Counts(fails, unknown, error, pass, notApplicable, 0);
    }
}
