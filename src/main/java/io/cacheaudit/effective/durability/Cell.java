package io.cacheaudit.effective.durability;

import io.cacheaudit.effective.Effective;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the nine cells: what one kind of writes can lose in one failure.
 *
 * @param bytes the bound that the settings give, null where there is none or none is known
 * @param heldIn where the data stands, sorted; empty unless something is at risk
 * @param because the reason, in words for an operator
 * @param row id of the deciding row of rules/precedence/durability.yaml, null where none speaks
 */
public record Cell(
        Effective<Risk> risk,
        @Nullable Long bytes,
        List<HeldIn> heldIn,
        String because,
        @Nullable String row) {
    public Cell {
        heldIn = heldIn.stream().distinct().sorted().toList();
    }
}
