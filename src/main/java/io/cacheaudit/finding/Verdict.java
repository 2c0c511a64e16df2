package io.cacheaudit.finding;

import java.util.Collection;
import java.util.function.Function;

/** The answer over all findings of an audit. */
public enum Verdict {
    FAIL,
    UNKNOWN,
    PASS;

    /** The severity from which a FAIL counts where nobody says otherwise. */
    public static final Severity DEFAULT_THRESHOLD = Severity.HIGH;

    /**
     * The verdict over unwaived findings.
     *
     * @param highest the highest severity a rule can have, by its id
     * @param unparsed whether a document could not be parsed at all
     * @param threshold the mildest severity that counts
     */
    public static Verdict of(
            Collection<Finding> findings, Function<String, Severity> highest, boolean unparsed, Severity threshold) {
        boolean unknown = unparsed;
        for (Finding finding : findings) {
            if (finding.status() == Status.FAIL && finding.severity().isAtLeast(threshold)) {
                return FAIL;
            }
            unknown |= finding.status() != Status.FAIL
                    && highest.apply(finding.rule()).isAtLeast(threshold);
        }
        return unknown ? UNKNOWN : PASS;
    }
}
