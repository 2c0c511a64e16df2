package io.cacheaudit.effective.rbd;

import io.cacheaudit.document.ceph.CephDialects;
import io.cacheaudit.document.ceph.LibrbdOptions;
import io.cacheaudit.effective.LayerRow;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.TableFile;
import io.cacheaudit.version.VersionTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables behind an rbd cache.
 *
 * @param rbdCache who decides rbd_cache
 * @param otherOptions who decides every other option
 */
public record RbdTables(
        VersionTable<LayerRow> rbdCache,
        VersionTable<LayerRow> otherOptions,
        VersionTable<RbdStateRow> states,
        CephDialects dialects,
        LibrbdOptions options) {

    /** The tables from their trees by file name; nothing, with problems, where one is missing or at fault. */
    public static Optional<RbdTables> from(Map<String, Tree> trees, List<Problem> problems) {
        VersionTable<LayerRow> rbdCache = layers(trees.get("rbd-cache"), problems);
        VersionTable<LayerRow> otherOptions = layers(trees.get("rbd-option"), problems);
        Tree stateTree = trees.get("rbd-state");
        VersionTable<RbdStateRow> states = stateTree == null
                ? null
                : new TableFile(stateTree, problems).read(RbdStateRow::from).orElse(null);
        CephDialects dialects = CephDialects.from(trees, problems);
        Tree optionTree = trees.get(LibrbdOptions.FILE);
        LibrbdOptions options = optionTree == null ? null : LibrbdOptions.from(optionTree, problems);
        return rbdCache == null || otherOptions == null || states == null || dialects == null || options == null
                ? Optional.empty()
                : Optional.of(new RbdTables(rbdCache, otherOptions, states, dialects, options));
    }

    private static @Nullable VersionTable<LayerRow> layers(@Nullable Tree tree, List<Problem> problems) {
        return tree == null
                ? null
                : new TableFile(tree, problems)
                        .read((head, row) -> new LayerRow(head))
                        .orElse(null);
    }
}
