package io.cacheaudit.audit.gate;

import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Waiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the gate sees it.
 *
 * @param waiver what accepts it, null where nothing does
 * @param known whether it stands in the baseline
 * @param role what it does to the verdict
 * @param decidedBy the place of the setting that decides, null where no document holds it
 * @param overridden the settings that lost against it, strongest first
 */
public record GatedFinding(
        Finding finding,
        @Nullable Waiver waiver,
        boolean known,
        Role role,
        @Nullable Evidence decidedBy,
        List<Overridden> overridden) {
    public GatedFinding {
        overridden = List.copyOf(overridden);
    }

    /**
     * A setting that lost.
     *
     * @param layer who wrote it, as the tables of rules/precedence declare it
     * @param value the raw text it writes, null where it writes none
     * @param at its place, null where no document holds it
     */
    public record Overridden(
            String layer, @Nullable String value, @Nullable Evidence at) {}

    /** What a finding does to the verdict. */
    public enum Role {
        /** A FAIL that reaches the threshold. */
        FAILS,
        /** Of a rule that can reach the threshold: not decided, or not for sure where certainty is asked for. */
        UNDECIDED,
        /** Below the threshold. */
        TOLERATED,
        /** Accepted by a waiver, or in the baseline. */
        WAIVED
    }
}
