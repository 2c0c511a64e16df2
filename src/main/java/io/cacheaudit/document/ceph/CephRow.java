package io.cacheaudit.document.ceph;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.VersionRange;
import io.cacheaudit.version.VersionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of {@code rules/precedence/} about ceph.conf: the librbd releases it speaks of, and what it says.
 *
 * @param <T> the behaviour that the row names
 */
public record CephRow<T>(String id, Map<Component, VersionRange> ranges, T behaviour) implements VersionTable.Row {
    public CephRow {
        ranges = Map.copyOf(ranges);
    }

    /** The rows of a table's tree; what cannot be read becomes a problem and its row is left out. */
    static <T> List<CephRow<T>> rows(FieldsReader table, Function<FieldsReader, T> behaviour, List<Problem> problems) {
        List<CephRow<T>> rows = new ArrayList<>();
        for (Tree item : Tree.items(table.tree("rows"))) {
            FieldsReader row = FieldsReader.of(item, "row", table.at(), problems);
            if (row == null) {
                continue;
            }
            String id = row.required("id");
            Map<Component, VersionRange> ranges = range(row.tree("range"), row.at(), problems);
            List.of("source", "evidence", "between", "note").forEach(row::tree);
            T value = behaviour.apply(row);
            row.refuseUnknown();
            if (ranges != null) {
                rows.add(new CephRow<>(id, ranges, value));
            }
        }
        return rows;
    }

    /** The claimed ranges of a table's tree. */
    static List<Map<Component, VersionRange>> claims(FieldsReader table, List<Problem> problems) {
        List<Map<Component, VersionRange>> claims = new ArrayList<>();
        for (Tree item : Tree.items(table.tree("claims"))) {
            Map<Component, VersionRange> claim = range(item, table.at(), problems);
            if (claim != null) {
                claims.add(claim);
            }
        }
        return claims;
    }

    /** A whole table; null, with problems, where its rows leave holes in the claims, overlap or cannot be read. */
    static <T> @Nullable VersionTable<CephRow<T>> table(
            Tree tree, Function<FieldsReader, T> behaviour, List<Problem> problems) {
        FieldsReader table = FieldsReader.of(tree, "table", tree.at(), problems);
        if (table == null) {
            return null;
        }
        String name = table.required("table");
        table.tree("axes");
        List<CephRow<T>> rows = rows(table, behaviour, problems);
        List<Map<Component, VersionRange>> claims = claims(table, problems);
        table.refuseUnknown();
        return table(name, claims, rows, table.at(), problems);
    }

    static <T> @Nullable VersionTable<CephRow<T>> table(
            String name,
            List<Map<Component, VersionRange>> claims,
            List<CephRow<T>> rows,
            Provenance at,
            List<Problem> problems) {
        try {
            return new VersionTable<>(name, List.of(Component.LIBRBD), claims, rows);
        } catch (IllegalArgumentException fault) {
            problems.add(new Problem(at, String.valueOf(fault.getMessage())));
            return null;
        }
    }

    private static @Nullable Map<Component, VersionRange> range(
            @Nullable Tree tree, Provenance at, List<Problem> problems) {
        FieldsReader range = FieldsReader.of(tree, "range", at, problems);
        if (range == null) {
            return null;
        }
        String text = range.required(Component.LIBRBD.word());
        range.refuseUnknown();
        try {
            return Map.of(Component.LIBRBD, VersionRange.parse(Component.LIBRBD, text));
        } catch (IllegalArgumentException fault) {
            problems.add(new Problem(range.at(), String.valueOf(fault.getMessage())));
            return null;
        }
    }
}
