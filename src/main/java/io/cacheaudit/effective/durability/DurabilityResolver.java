package io.cacheaudit.effective.durability;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.fact.storage.StorageUnder;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.RowHead;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out the nine cells of a disk. Inputs may be unknown: a cell is known all the same where every row that is still
 * possible says the same of it.
 */
public final class DurabilityResolver {
    private final DurabilityTable table;

    private DurabilityResolver(DurabilityTable table) {
        this.table = table;
    }

    /** The resolver over {@code durability.yaml}; nothing where the table has problems. */
    public static Optional<DurabilityResolver> from(Tree table, List<Problem> problems) {
        return DurabilityTable.from(table, problems).map(DurabilityResolver::new);
    }

    public Stream<RowHead> heads() {
        return table.heads();
    }

    /** The nine cells of a disk. */
    public Durability resolve(
            DiskFacts disk, DriveCache drive, @Nullable RbdCache rbd, Function<String, StorageUnder> storage) {
        if (disk.takesNoWrites()) {
            return every((writes, failure) ->
                    new Cell(Effective.known(Risk.NONE), null, List.of(), "no guest writes to this disk", null));
        }
        if (disk.throwAway()) {
            return unestablished("disk.throw_away", "writes go to an overlay that is thrown away with the guest");
        }
        Map<String, Effective<String>> inputs = new DurabilityInputs(disk, storage).of(drive, rbd);
        Long limit = rbd == null
                ? null
                : DurabilityInputs.maxDirty(rbd)
                        .flatMap(setting -> setting.known())
                        .map(Long.class::cast)
                        .orElse(null);
        return resolve(inputs, limit);
    }

    private static Durability unestablished(String name, String because) {
        return every((writes, failure) ->
                new Cell(Effective.unknown(Missing.unestablished(name, because)), null, List.of(), because, null));
    }

    private Durability resolve(Map<String, Effective<String>> inputs, @Nullable Long maxDirtyBytes) {
        Map<String, Set<String>> possible = new LinkedHashMap<>();
        inputs.forEach((input, value) -> possible.put(
                input, value.known().map(Set::of).orElse(table.inputs().getOrDefault(input, Set.of()))));
        List<DurabilityRow> format =
                table.format().stream().filter(row -> row.isPossible(possible)).toList();
        List<DurabilityRow> storage =
                table.storage().stream().filter(row -> row.isPossible(possible)).toList();
        return every((writes, failure) -> {
            Cell below = cell(storage, writes, failure, inputs);
            Cell worst = worse(below, cell(format, writes, failure, inputs));
            boolean limited = worst.risk().known().filter(Risk.BOUNDED::equals).isPresent()
                    && worst.heldIn().contains(HeldIn.RBD_CACHE);
            return new Cell(worst.risk(), limited ? maxDirtyBytes : null, worst.heldIn(), worst.because(), worst.row());
        });
    }

    private static Cell cell(
            List<DurabilityRow> rows, Writes writes, Failure failure, Map<String, Effective<String>> inputs) {
        DurabilityRow first = rows.get(0);
        DurabilityRow.Outcome outcome = first.outcome(writes, failure);
        boolean agreed = rows.stream()
                .allMatch(row -> row.outcome(writes, failure).risk() == outcome.risk()
                        && row.outcome(writes, failure).heldIn().equals(outcome.heldIn()));
        List<Missing> missing = missing(rows, inputs);
        if (!agreed) {
            return new Cell(Effective.unknown(missing), null, List.of(), "what decides this cell is not known", null);
        }
        if (outcome.risk() == null) {
            List<Missing> reason = missing.isEmpty()
                    ? List.of(Missing.unestablished("facts." + first.head().id(), first.safe()))
                    : missing;
            return new Cell(
                    Effective.unknown(reason),
                    null,
                    List.of(),
                    first.safe(),
                    first.head().id());
        }
        Effective<Risk> risk = conditional(outcome.risk(), first, inputs);
        String row = rows.size() == 1 ? first.head().id() : null;
        return new Cell(risk, null, outcome.heldIn(), first.because(outcome), row);
    }

    /** What is missing of the inputs on which the rows that are still possible disagree. */
    private static List<Missing> missing(List<DurabilityRow> rows, Map<String, Effective<String>> inputs) {
        List<Missing> missing = new ArrayList<>();
        for (DurabilityRow row : rows) {
            for (String input : row.when().keySet()) {
                Effective<String> value = inputs.get(input);
                if (value != null && value.known().isEmpty()) {
                    missing.addAll(value.missing());
                }
            }
        }
        return missing;
    }

    /** The risk, resting on the evidence and the conditions of the inputs the row looks at. */
    private static Effective<Risk> conditional(Risk risk, DurabilityRow row, Map<String, Effective<String>> inputs) {
        Effective<Risk> result = Effective.known(risk);
        for (String input : row.when().keySet()) {
            Effective<String> value = inputs.get(input);
            if (value != null && value.known().isPresent()) {
                result = result.zip(value, (known, ignored) -> known);
            }
        }
        return result;
    }

    /** The worse of two layers' cells; places and reasons of both are kept where both are at risk. */
    private static Cell worse(Cell below, Cell above) {
        boolean aboveDecides = rank(above) > rank(below);
        Cell decisive = aboveDecides ? above : below;
        Cell other = aboveDecides ? below : above;
        boolean both = rank(other) > 1 && !decisive.because().equals(other.because());
        return new Cell(
                Durability.worse(below.risk(), above.risk()),
                null,
                Stream.concat(decisive.heldIn().stream(), other.heldIn().stream())
                        .toList(),
                both ? decisive.because() + "; " + other.because() : decisive.because(),
                decisive.row());
    }

    /** none, unknown, bounded, unbounded: from least to worst. */
    private static int rank(Cell cell) {
        return cell.risk()
                .fold(
                        known -> known.value() == Risk.NONE
                                ? 0
                                : 1 + known.value().ordinal(),
                        unknown -> 1);
    }

    private static Durability every(BiFunction<Writes, Failure, Cell> cell) {
        Map<Writes, Map<Failure, Cell>> cells = new EnumMap<>(Writes.class);
        for (Writes writes : Writes.values()) {
            Map<Failure, Cell> row = new EnumMap<>(Failure.class);
            for (Failure failure : Failure.values()) {
                row.put(failure, cell.apply(writes, failure));
            }
            cells.put(writes, row);
        }
        return new Durability(cells);
    }
}
