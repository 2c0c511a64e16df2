package io.cacheaudit.adapter.dashboard.disk;

import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.effective.durability.Cell;
import io.cacheaudit.effective.durability.HeldIn;
import io.cacheaudit.effective.durability.Risk;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What writes can lose.
 *
 * @param level {@code none}, {@code bounded}, {@code unbounded} or {@code unknown}; also its style
 * @param words the same for people
 */
public record RiskCell(String level, String words) {

    static RiskCell of(Cell cell) {
        return cell.risk()
                .fold(
                        known -> new RiskCell(known.value().word(), words(known.value(), cell)),
                        unknown -> new RiskCell("unknown", "unknown"));
    }

    /** The worst of one kind of writes; null is unknown. */
    static RiskCell worst(@Nullable Risk risk) {
        String word = risk == null ? "unknown" : risk.word();
        return new RiskCell(word, word);
    }

    private static String words(Risk risk, Cell cell) {
        String places = cell.heldIn().stream()
                .map(HeldIn::word)
                .collect(Collectors.joining(", "))
                .replace('_', ' ');
        String held = places.isEmpty() ? "" : " in " + places;
        return switch (risk) {
            case NONE -> "nothing lost";
            case BOUNDED -> (cell.bytes() == null ? "a bounded amount" : "up to " + Words.bytes(cell.bytes())) + held;
            case UNBOUNDED -> "no bound" + held;
        };
    }
}
