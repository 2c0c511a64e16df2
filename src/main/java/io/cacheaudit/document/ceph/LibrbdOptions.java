package io.cacheaudit.document.ceph;

import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.BehaviourRow;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.TableFile;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of librbd that the product knows, one table each: type and compiled default by version. */
public final class LibrbdOptions {
    /** The file of the table, whose rows name their option. */
    public static final String FILE = "librbd-options";

    private final Map<String, VersionTable<BehaviourRow<LibrbdOption>>> tables;

    private LibrbdOptions(Map<String, VersionTable<BehaviourRow<LibrbdOption>>> tables) {
        this.tables = Collections.unmodifiableMap(tables);
    }

    /** The options from the tree of {@link #FILE}; an option whose rows are at fault is left out, with a problem. */
    public static LibrbdOptions from(Tree tree, List<Problem> problems) {
        return new LibrbdOptions(new TableFile(tree, problems)
                .read(
                        (head, row) -> new BehaviourRow<>(head, LibrbdOption.from(row)),
                        row -> row.behaviour().name()));
    }

    /** The table of each option, by name. */
    public Map<String, VersionTable<BehaviourRow<LibrbdOption>>> tables() {
        return tables;
    }

    /** The names of all options, in the order of the table. */
    public Set<String> names() {
        return tables.keySet();
    }

    /** The row of an option for these versions; nothing, with what is missing, for a name that no row knows. */
    public VersionTable.Match<BehaviourRow<LibrbdOption>> option(String name, Versions versions) {
        VersionTable<BehaviourRow<LibrbdOption>> table = tables.get(name);
        return table == null
                ? new VersionTable.Match<>(
                        Optional.empty(),
                        List.of(Missing.unestablished("facts.librbd-options", "no row speaks of this option")))
                : table.match(versions);
    }
}
