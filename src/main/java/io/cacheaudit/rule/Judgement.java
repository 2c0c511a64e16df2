package io.cacheaudit.rule;

import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one rule says of one subject.
 *
 * @param severity the highest it can be where its conditions are not known
 * @param conditional a layer that was not spoken of could change the status
 * @param missing what would lift an unknown or a condition
 * @param severityUnknown the fields without which the severity had to be assumed
 * @param error why an ERROR is one, else empty
 */
public record Judgement(
        Rule rule,
        Subject subject,
        Values values,
        Status status,
        Severity severity,
        boolean conditional,
        List<Missing> missing,
        List<String> severityUnknown,
        String error) {
    public Judgement {
        missing = missing.stream().distinct().sorted().toList();
        severityUnknown = List.copyOf(severityUnknown);
    }

    /** The message of a finding that is neither a pass nor a fail. */
    String undecided() {
        if (status == Status.ERROR) {
            return "The condition of this rule could not be evaluated: " + error + ".";
        }
        return "It is not known whether this holds: " + rule.title() + ". Missing: "
                + missing.stream().map(Missing::name).distinct().collect(Collectors.joining(", ")) + ".";
    }
}
