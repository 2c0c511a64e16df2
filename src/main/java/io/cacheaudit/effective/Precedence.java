package io.cacheaudit.effective;

import io.cacheaudit.effective.drive.DriveCacheResolver;
import io.cacheaudit.effective.durability.DurabilityResolver;
import io.cacheaudit.effective.rbd.RbdCacheResolver;
import io.cacheaudit.effective.rbd.RbdTables;
import io.cacheaudit.fact.nova.NovaTables;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.PrecedenceRow;
import io.cacheaudit.version.RowHead;
import io.cacheaudit.version.VersionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every table under rules/precedence/, loaded and checked, as the resolvers that read them. */
public record Precedence(
        DriveCacheResolver drives, RbdCacheResolver rbd, DurabilityResolver durability, NovaTables nova) {

    /**
     * The tables from their trees by name. Each table that is missing or at fault becomes a problem; then there is no
     * result, for a service without its facts must not start.
     */
    public static Optional<Precedence> from(Map<String, Tree> trees, List<Problem> problems) {
        for (String name : List.of("drive-cache", "durability", "rbd-cache", "rbd-option", "rbd-state")) {
            if (!trees.containsKey(name)) {
                problems.add(new Problem(Provenance.whole("rules/precedence/" + name + ".yaml"), "no such table"));
            }
        }
        Optional<DriveCacheResolver> drives =
                tree(trees, "drive-cache").flatMap(tree -> DriveCacheResolver.from(tree, problems));
        Optional<DurabilityResolver> durability =
                tree(trees, "durability").flatMap(tree -> DurabilityResolver.from(tree, problems));
        Optional<RbdTables> rbd = RbdTables.from(trees, problems);
        Optional<NovaTables> nova = NovaTables.from(trees, problems);
        if (drives.isEmpty() || durability.isEmpty() || rbd.isEmpty() || nova.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Precedence(drives.get(), new RbdCacheResolver(rbd.get()), durability.get(), nova.get()));
    }

    private static Optional<Tree> tree(Map<String, Tree> trees, String name) {
        @Nullable Tree tree = trees.get(name);
        return Optional.ofNullable(tree);
    }

    /** The head of every row of every table, in the order of tables and rows. */
    public List<RowHead> rows() {
        List<VersionTable<? extends PrecedenceRow>> tables = new ArrayList<>();
        tables.add(drives.table());
        RbdTables cache = rbd.tables();
        tables.add(cache.rbdCache());
        tables.add(cache.otherOptions());
        tables.add(cache.states());
        tables.add(cache.dialects().grammars());
        tables.add(cache.dialects().suffixes());
        tables.add(cache.dialects().floats());
        tables.add(cache.dialects().metavariables());
        tables.add(cache.dialects().searches());
        tables.addAll(cache.options().tables().values());
        tables.add(nova.nova());
        tables.add(nova.oslo());
        Stream<RowHead> versioned =
                tables.stream().flatMap(table -> table.rows().stream()).map(PrecedenceRow::head);
        return Stream.concat(versioned, durability.heads()).toList();
    }
}
