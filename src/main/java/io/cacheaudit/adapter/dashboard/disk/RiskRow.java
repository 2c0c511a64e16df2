package io.cacheaudit.adapter.dashboard.disk;

import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.effective.durability.Cell;
import io.cacheaudit.effective.durability.Durability;
import io.cacheaudit.effective.durability.Failure;
import io.cacheaudit.effective.durability.Writes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One kind of writes and what each failure takes of them.
 *
 * @param reasons of the cells, each said once
 */
public record RiskRow(String writes, String meaning, List<RiskCell> cells, List<Reason> reasons) {
    public RiskRow {
        cells = List.copyOf(cells);
        reasons = List.copyOf(reasons);
    }

    /**
     * Why cells are as they are.
     *
     * @param failures which cells, the empty string where it is all of them
     * @param missing what would lift an unknown, else the empty string
     * @param row of the precedence table, the empty string where none speaks
     */
    public record Reason(String failures, String because, String missing, String row) {}

    static List<RiskRow> of(Durability durability) {
        return Arrays.stream(Writes.values())
                .map(writes -> new RiskRow(
                        title(writes),
                        meaning(writes),
                        Arrays.stream(Failure.values())
                                .map(failure -> RiskCell.of(durability.cell(writes, failure)))
                                .toList(),
                        reasons(durability, writes)))
                .toList();
    }

    private static List<Reason> reasons(Durability durability, Writes writes) {
        Map<Reason, List<String>> failures = new LinkedHashMap<>();
        for (Failure failure : Failure.values()) {
            Cell cell = durability.cell(writes, failure);
            Reason reason = new Reason(
                    "",
                    Printable.of(cell.because()),
                    cell.risk().fold(known -> "", unknown -> Words.missing(unknown.missing())),
                    cell.row() == null ? "" : cell.row());
            failures.computeIfAbsent(reason, same -> new ArrayList<>()).add(Words.spaced(failure));
        }
        return failures.entrySet().stream()
                .map(entry -> new Reason(
                        failures.size() == 1 ? "" : String.join(", ", entry.getValue()),
                        entry.getKey().because(),
                        entry.getKey().missing(),
                        entry.getKey().row()))
                .toList();
    }

    private static String title(Writes writes) {
        return switch (writes) {
            case FLUSHED -> "Writes the guest flushed";
            case UNFLUSHED -> "Writes since its last flush";
            case NEVER_FLUSHING_GUEST -> "Guest that never flushes";
        };
    }

    private static String meaning(Writes writes) {
        return switch (writes) {
            case FLUSHED -> "it was told they are safe";
            case UNFLUSHED -> "file systems expect to lose some";
            case NEVER_FLUSHING_GUEST -> "old or misconfigured";
        };
    }
}
