package io.cacheaudit.rule;

import io.cacheaudit.finding.Subject;
import io.cacheaudit.version.Missing;
import java.util.List;

/** A PASS that a layer which nobody spoke of could still change, with what would settle it. */
public record OpenPass(String rule, Subject subject, List<Missing> missing) {
    public OpenPass {
        missing = List.copyOf(missing);
    }
}
