package io.cacheaudit.document.ceph;

import io.cacheaudit.text.FieldsReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one librados reads ceph.conf: the behaviours that the rows of the tables name.
 *
 * @param abortsOnNonAscii the build dies of a byte that is not ASCII and that its grammar looks at
 * @param rows the row that each table gave, by the table's name
 */
public record CephDialect(
        CephGrammar grammar,
        boolean abortsOnNonAscii,
        Suffixes suffixes,
        FloatReading floats,
        CephMetavariables.Rule metavariables,
        CephFileSearch.Rule search,
        Map<String, String> rows) {
    public CephDialect {
        rows = Map.copyOf(rows);
    }

    /**
     * The suffix rules of numbers.
     *
     * @param integers of options typed as integer
     * @param sizes of options typed as size; more than one where it is not established which of them holds
     */
    public record Suffixes(SizeSuffix integers, List<SizeSuffix> sizes) {
        public Suffixes {
            sizes = List.copyOf(sizes);
        }

        /** Reads {@code integers} and {@code sizes} of a row. */
        public static Suffixes from(FieldsReader row) {
            SizeSuffix integers = row.named("integers", SizeSuffix.class);
            List<SizeSuffix> sizes = row.namedList("sizes", SizeSuffix.class);
            return new Suffixes(integers, sizes.isEmpty() ? List.of(integers) : sizes);
        }
    }

    /** Reads {@code floats} of a row. */
    public static FloatReading floats(FieldsReader row) {
        return row.named("floats", FloatReading.class);
    }

    /** The ids of all rows behind the dialect, by table name. */
    public List<String> rowIds() {
        return List.copyOf(new TreeMap<>(rows).values());
    }
}
