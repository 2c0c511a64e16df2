package io.cacheaudit.version;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One YAML file under rules/precedence/ becoming a table: {@code table}, {@code axes}, {@code claims} and {@code rows},
 * each row with {@code id}, {@code range}, {@code source}, {@code evidence}, perhaps {@code note}, and fields of its own.
 */
public final class TableFile {
    private final Tree tree;
    private final List<Problem> problems;

    public TableFile(Tree tree, List<Problem> problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /**
     * The table, its rows made by {@code row} from their heads and own fields; nothing where a problem was added that
     * leaves no table.
     */
    public <R extends PrecedenceRow> Optional<VersionTable<R>> read(BiFunction<RowHead, FieldsReader, R> row) {
        return Optional.ofNullable(read(row, unused -> "").get(""));
    }

    /** As {@link #read(BiFunction)}, for a file that holds one table for each group of rows; no entry for one at fault. */
    public <R extends PrecedenceRow> Map<String, VersionTable<R>> read(
            BiFunction<RowHead, FieldsReader, R> row, Function<R, String> group) {
        FieldsReader file = FieldsReader.of(tree, "a precedence table", tree.at(), problems);
        if (file == null) {
            return Map.of();
        }
        int before = problems.size();
        String name = file.required("table");
        List<Component> axes = new ArrayList<>();
        for (String word : file.texts("axes")) {
            component(word, file).ifPresent(axes::add);
        }
        List<Map<Component, VersionRange>> claims = new ArrayList<>();
        for (Tree claim : Tree.items(file.tree("claims"))) {
            claims.add(ranges(claim, axes));
        }
        if (claims.isEmpty()) {
            problems.add(new Problem(file.at(), "claims: a table says which versions it answers for"));
        }
        List<R> rows = rows(file, name, axes, row);
        file.refuseUnknown();
        if (problems.size() > before) {
            return Map.of();
        }
        Map<String, List<R>> groups = new LinkedHashMap<>();
        rows.forEach(one -> groups.computeIfAbsent(group.apply(one), unused -> new ArrayList<>())
                .add(one));
        Map<String, VersionTable<R>> tables = new LinkedHashMap<>();
        groups.forEach((word, members) -> {
            try {
                String title = word.isEmpty() ? name : name + "." + word;
                tables.put(word, new VersionTable<>(title, axes, claims, members));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(file.at(), String.valueOf(e.getMessage())));
            }
        });
        return tables;
    }

    private <R extends PrecedenceRow> List<R> rows(
            FieldsReader file, String table, List<Component> axes, BiFunction<RowHead, FieldsReader, R> factory) {
        List<R> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Tree item : Tree.items(file.tree("rows"))) {
            FieldsReader row = FieldsReader.of(item, "a row", file.at(), problems);
            if (row != null) {
                RowHead head = head(row, table, axes);
                if (!ids.add(head.id())) {
                    problems.add(new Problem(row.at(), "row " + head.id() + " stands twice"));
                }
                rows.add(factory.apply(head, row));
                row.refuseUnknown();
            }
        }
        return rows;
    }

    private RowHead head(FieldsReader row, String table, List<Component> axes) {
        Tree range = row.tree("range");
        List<String> sources = row.texts("source");
        String evidence = row.required("evidence");
        if (sources.isEmpty()) {
            problems.add(new Problem(row.at(), "source: a row cites a tag, a commit or a run"));
        }
        if (!evidence.isEmpty() && !evidence.equals("read") && !evidence.equals("executed")) {
            problems.add(new Problem(row.at(), "evidence: expected \"read\" or \"executed\""));
        }
        String id = row.required("id");
        String note = note(row);
        return new RowHead(
                table,
                id,
                range == null ? Map.of() : ranges(range, axes),
                sources,
                evidence,
                note,
                row.names().contains("layers") ? layers(row) : List.of());
    }

    /** The note of a row, and between which releases nobody read it: {@code between} names the two ends that agree. */
    private String note(FieldsReader row) {
        String note = Optional.ofNullable(row.optional("note")).orElse("");
        List<String> ends = row.texts("between");
        if (ends.isEmpty()) {
            return note;
        }
        if (ends.size() != 2) {
            problems.add(new Problem(row.at(), "between: expected the two releases whose behaviour agrees"));
            return note;
        }
        String read = "read at " + ends.get(0) + " and " + ends.get(1) + ", which agree; not in between";
        return note.isEmpty() ? read : note + "; " + read;
    }

    private static List<List<String>> layers(FieldsReader row) {
        return Tree.items(row.tree("layers")).stream().map(Tree::texts).toList();
    }

    private Map<Component, VersionRange> ranges(Tree tree, List<Component> axes) {
        Map<Component, VersionRange> ranges = new EnumMap<>(Component.class);
        FieldsReader fields = FieldsReader.of(tree, "a range", tree.at(), problems);
        if (fields == null) {
            return ranges;
        }
        for (String word : fields.names()) {
            String text = fields.required(word);
            component(word, fields).ifPresent(axis -> {
                if (!axes.contains(axis)) {
                    problems.add(new Problem(fields.at(), word + " is no axis of this table"));
                }
                try {
                    ranges.put(axis, VersionRange.parse(axis, text));
                } catch (IllegalArgumentException e) {
                    problems.add(new Problem(fields.at(), word + ": " + e.getMessage()));
                }
            });
        }
        return ranges;
    }

    private Optional<Component> component(String word, FieldsReader at) {
        Optional<Component> component = Component.of(word);
        if (component.isEmpty()) {
            problems.add(new Problem(at.at(), "no component is called \"" + word + "\""));
        }
        return component;
    }
}
