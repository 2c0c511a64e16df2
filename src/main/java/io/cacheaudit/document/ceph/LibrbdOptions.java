package io.cacheaudit.document.ceph;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.VersionRange;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of librbd that the product knows, one table each: type and compiled default by version. */
public final class LibrbdOptions {
    /** The file of the table, whose rows name their option. */
    public static final String FILE = "librbd-options.yaml";

    private final Map<String, VersionTable<CephRow<LibrbdOption>>> tables;

    private LibrbdOptions(Map<String, VersionTable<CephRow<LibrbdOption>>> tables) {
        this.tables = Collections.unmodifiableMap(tables);
    }

    /** The options from the tree of {@link #FILE}; an option whose rows are at fault is left out, with a problem. */
    public static @Nullable LibrbdOptions from(Tree tree, List<Problem> problems) {
        FieldsReader table = FieldsReader.of(tree, FILE, tree.at(), problems);
        if (table == null) {
            return null;
        }
        String name = table.required("table");
        table.tree("axes");
        List<Map<Component, VersionRange>> claims = CephRow.claims(table, problems);
        Map<String, List<CephRow<LibrbdOption>>> byOption = new LinkedHashMap<>();
        for (CephRow<LibrbdOption> row : CephRow.rows(table, fields -> LibrbdOption.from(fields, problems), problems)) {
            byOption.computeIfAbsent(row.behaviour().name(), unused -> new ArrayList<>())
                    .add(row);
        }
        table.refuseUnknown();
        Map<String, VersionTable<CephRow<LibrbdOption>>> tables = new LinkedHashMap<>();
        byOption.forEach((option, rows) -> {
            VersionTable<CephRow<LibrbdOption>> built =
                    CephRow.table(name + "." + option, claims, rows, table.at(), problems);
            if (built != null) {
                tables.put(option, built);
            }
        });
        return new LibrbdOptions(tables);
    }

    /** The names of all options, in the order of the table. */
    public Set<String> names() {
        return tables.keySet();
    }

    /** The row of an option for these versions; nothing, with what is missing, for a name that no row knows. */
    public VersionTable.Match<CephRow<LibrbdOption>> option(String name, Versions versions) {
        VersionTable<CephRow<LibrbdOption>> table = tables.get(name);
        return table == null
                ? new VersionTable.Match<>(
                        Optional.empty(),
                        List.of(Missing.unestablished("facts.librbd-options", "no row speaks of this option")))
                : table.match(versions);
    }
}
