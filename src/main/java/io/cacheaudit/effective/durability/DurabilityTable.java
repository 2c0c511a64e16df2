package io.cacheaudit.effective.durability;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.RowHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision table of durability: inputs with their possible values, and two layers of rows. In each layer exactly one
 * row speaks of each combination of inputs; loading checks that over all of them.
 */
record DurabilityTable(Map<String, Set<String>> inputs, List<DurabilityRow> format, List<DurabilityRow> storage) {

    /** Reads {@code durability.yaml}; nothing where it has problems. */
    static Optional<DurabilityTable> from(Tree tree, List<Problem> problems) {
        int before = problems.size();
        FieldsReader file = FieldsReader.of(tree, "the table of durability", tree.at(), problems);
        if (file == null) {
            return Optional.empty();
        }
        String name = file.required("table");
        Map<String, Set<String>> inputs = new LinkedHashMap<>();
        FieldsReader declared = file.nested("inputs");
        if (declared != null) {
            declared.names().forEach(input -> inputs.put(input, new LinkedHashSet<>(declared.texts(input))));
        }
        FieldsReader layers = file.nested("layers");
        if (layers == null || declared == null) {
            problems.add(new Problem(file.at(), "expected inputs and layers"));
            return Optional.empty();
        }
        RowReader reader = new RowReader(name, inputs, problems);
        DurabilityTable table =
                new DurabilityTable(inputs, reader.rows(layers.tree("format")), reader.rows(layers.tree("storage")));
        layers.refuseUnknown();
        file.refuseUnknown();
        if (problems.size() == before) {
            table.check("format", table.format, file, problems);
            table.check("storage", table.storage, file, problems);
        }
        return problems.size() == before ? Optional.of(table) : Optional.empty();
    }

    Stream<RowHead> heads() {
        return Stream.concat(format.stream(), storage.stream()).map(DurabilityRow::head);
    }

    private void check(String layer, List<DurabilityRow> rows, FieldsReader file, List<Problem> problems) {
        Set<String> relevant = new LinkedHashSet<>();
        rows.forEach(row -> relevant.addAll(row.when().keySet()));
        List<Map<String, Set<String>>> combinations = List.of(Map.of());
        for (String input : relevant) {
            combinations = combinations.stream()
                    .flatMap(point ->
                            inputs.getOrDefault(input, Set.of()).stream().map(value -> with(point, input, value)))
                    .toList();
        }
        for (Map<String, Set<String>> point : combinations) {
            List<String> speaking = rows.stream()
                    .filter(row -> row.isPossible(point))
                    .map(row -> row.head().id())
                    .toList();
            if (speaking.size() != 1) {
                problems.add(new Problem(
                        file.at(),
                        layer + ": " + (speaking.isEmpty() ? "no row speaks" : "rows " + speaking + " speak") + " of "
                                + point));
            }
        }
    }

    private static Map<String, Set<String>> with(Map<String, Set<String>> point, String input, String value) {
        Map<String, Set<String>> next = new LinkedHashMap<>(point);
        next.put(input, Set.of(value));
        return next;
    }

    /** Reads rows, checking every value against the declared inputs. */
    private record RowReader(String table, Map<String, Set<String>> inputs, List<Problem> problems) {
        List<DurabilityRow> rows(@Nullable Tree tree) {
            List<DurabilityRow> rows = new ArrayList<>();
            for (Tree item : Tree.items(tree)) {
                FieldsReader row = FieldsReader.of(item, "a row", item.at(), problems);
                if (row != null) {
                    rows.add(row(row));
                    row.refuseUnknown();
                }
            }
            return rows;
        }

        private DurabilityRow row(FieldsReader row) {
            Map<String, Set<String>> when = new LinkedHashMap<>();
            FieldsReader conditions = row.nested("when");
            if (conditions != null) {
                for (String input : conditions.names()) {
                    Set<String> values = new LinkedHashSet<>(conditions.texts(input));
                    if (!inputs.getOrDefault(input, Set.of()).containsAll(values)) {
                        problems.add(new Problem(conditions.at(), input + ": no such input or value " + values));
                    }
                    when.put(input, values);
                }
            }
            Map<Writes, Map<Failure, DurabilityRow.Outcome>> outcomes = new EnumMap<>(Writes.class);
            for (Writes writes : Writes.values()) {
                outcomes.put(writes, outcomes(row, writes));
            }
            String safe = Optional.ofNullable(row.optional("safe")).orElse("");
            String atRisk = Optional.ofNullable(row.optional("at_risk")).orElse("");
            RowHead head = new RowHead(
                    table,
                    row.required("id"),
                    Map.of(),
                    row.texts("source"),
                    row.required("evidence"),
                    atRisk.isEmpty() ? safe : atRisk,
                    List.of());
            return new DurabilityRow(head, when, outcomes, safe, atRisk);
        }

        private Map<Failure, DurabilityRow.Outcome> outcomes(FieldsReader row, Writes writes) {
            Map<Failure, DurabilityRow.Outcome> cells = new EnumMap<>(Failure.class);
            Tree tree = row.tree(writes.word());
            for (Failure failure : Failure.values()) {
                Tree cell = tree instanceof Tree.Fields fields ? fields.get(failure.word()) : tree;
                String text = cell instanceof Tree.Scalar scalar ? scalar.text() : "";
                cells.put(failure, outcome(text, row));
            }
            return cells;
        }

        private DurabilityRow.Outcome outcome(String text, FieldsReader row) {
            List<String> words = List.of(text.split(" ", -1));
            String first = words.get(0);
            Risk risk = Arrays.stream(Risk.values())
                    .filter(value -> value.word().equals(first))
                    .findFirst()
                    .orElse(null);
            List<HeldIn> heldIn = new ArrayList<>();
            try {
                words.stream().skip(1).forEach(word -> heldIn.add(HeldIn.valueOf(word.toUpperCase(Locale.ROOT))));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(row.at(), "no place is called as in \"" + text + "\""));
            }
            if (risk == null && !first.equals("null")) {
                problems.add(
                        new Problem(row.at(), "expected none, bounded, unbounded or null, found \"" + text + "\""));
            }
            return new DurabilityRow.Outcome(risk, heldIn);
        }
    }
}
