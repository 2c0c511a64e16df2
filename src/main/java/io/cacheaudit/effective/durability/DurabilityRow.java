package io.cacheaudit.effective.durability;

import io.cacheaudit.version.RowHead;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a layer of {@code durability.yaml}.
 *
 * @param when the values it speaks of, by input; an input without values takes any
 * @param outcomes by writes and failure
 * @param safe why a cell without risk, or without an answer, is what it is
 * @param atRisk why a cell at risk is
 */
record DurabilityRow(
        RowHead head,
        Map<String, Set<String>> when,
        Map<Writes, Map<Failure, Outcome>> outcomes,
        String safe,
        String atRisk) {

    /** What a row says of one cell; the risk is null where nobody established it. */
    record Outcome(@Nullable Risk risk, List<HeldIn> heldIn) {}

    /** Whether some combination of the possible values is one this row speaks of. */
    boolean isPossible(Map<String, Set<String>> possible) {
        return when.entrySet().stream().allMatch(entry -> {
            Set<String> values = possible.get(entry.getKey());
            return values == null || values.stream().anyMatch(entry.getValue()::contains);
        });
    }

    Outcome outcome(Writes writes, Failure failure) {
        return Objects.requireNonNull(
                Objects.requireNonNull(outcomes.get(writes)).get(failure));
    }

    String because(Outcome outcome) {
        return outcome.risk() == null || outcome.risk() == Risk.NONE || atRisk.isEmpty() ? safe : atRisk;
    }
}
