package io.cacheaudit.effective.durability;

import io.cacheaudit.effective.Effective;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The nine cells of one disk: writes by failure. */
public record Durability(Map<Writes, Map<Failure, Cell>> cells) {
    public Durability {
        Map<Writes, Map<Failure, Cell>> copy = new EnumMap<>(Writes.class);
        cells.forEach((writes, row) -> copy.put(writes, Collections.unmodifiableMap(new EnumMap<>(row))));
        cells = Collections.unmodifiableMap(copy);
    }

    public Cell cell(Writes writes, Failure failure) {
        Cell cell = cells.get(writes) == null ? null : cells.get(writes).get(failure);
        if (cell == null) {
            throw new IllegalArgumentException("no cell for " + writes + " " + failure);
        }
        return cell;
    }

    /** The worst risk of these writes over the failures; a known risk beats an unknown, an unknown beats none. */
    public Effective<Risk> worst(Writes writes) {
        Effective<Risk> worst = Effective.known(Risk.NONE);
        for (Failure failure : Failure.values()) {
            worst = worse(worst, cell(writes, failure).risk());
        }
        return worst;
    }

    static Effective<Risk> worse(Effective<Risk> left, Effective<Risk> right) {
        return left.<Effective<Risk>>fold(
                known -> right.fold(
                        other -> known.value().compareTo(other.value()) >= 0 ? known : other,
                        unknown -> known.value() == Risk.NONE ? unknown : known),
                unknown -> right.fold(
                        known -> known.value() == Risk.NONE ? unknown : known,
                        other -> Effective.bothUnknown(unknown, other)));
    }
}
