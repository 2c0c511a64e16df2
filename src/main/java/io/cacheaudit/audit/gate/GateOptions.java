package io.cacheaudit.audit.gate;

import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.finding.Waiver;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a gate decides.
 *
 * @param failOn the mildest severity that fails
 * @param failOnUnknown whether a value that an unspoken layer could change counts as unknown, and an unknown as no pass
 * @param waivers what was accepted, expired ones among them
 * @param baseline fingerprints of the findings that are known, null where none is given
 */
public record GateOptions(
        Severity failOn,
        boolean failOnUnknown,
        List<Waiver> waivers,
        @Nullable Set<String> baseline) {
    /** What holds where nobody says otherwise. */
    public static final GateOptions DEFAULT = new GateOptions(Verdict.DEFAULT_THRESHOLD, false, List.of(), null);

    public GateOptions {
        waivers = List.copyOf(waivers);
        baseline = baseline == null ? null : Set.copyOf(baseline);
    }

    boolean isKnown(String fingerprint) {
        return baseline != null && baseline.contains(fingerprint);
    }
}
