package io.cacheaudit.fact.nova;

import io.cacheaudit.document.nova.OsloDialect;
import io.cacheaudit.document.nova.OsloDialects;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.BehaviourRow;
import io.cacheaudit.version.TableFile;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables that say how a release of nova and of oslo.config reads its files. */
public record NovaTables(VersionTable<BehaviourRow<NovaDialect>> nova, VersionTable<BehaviourRow<OsloDialect>> oslo) {

    /** The tables from their trees by name; nothing, with problems, where one is missing or at fault. */
    public static Optional<NovaTables> from(Map<String, Tree> trees, List<Problem> problems) {
        VersionTable<BehaviourRow<NovaDialect>> nova = file(trees, "nova-disk-cachemodes", problems)
                .flatMap(file -> file.read((head, row) -> new BehaviourRow<>(head, NovaDialect.from(row))))
                .orElse(null);
        VersionTable<BehaviourRow<OsloDialect>> oslo = file(trees, "oslo-config", problems)
                .flatMap(file -> file.read((head, row) -> new BehaviourRow<>(head, OsloDialect.from(row))))
                .orElse(null);
        return nova == null || oslo == null ? Optional.empty() : Optional.of(new NovaTables(nova, oslo));
    }

    private static Optional<TableFile> file(Map<String, Tree> trees, String name, List<Problem> problems) {
        @Nullable Tree tree = trees.get(name);
        return Optional.ofNullable(tree).map(found -> new TableFile(found, problems));
    }

    /** The dialects of nova that the versions leave possible. */
    public NovaFacts.Dialects nova(Versions versions) {
        VersionTable.Match<BehaviourRow<NovaDialect>> match = nova.match(versions);
        List<NovaDialect> candidates = match.row()
                .map(row -> List.of(row.behaviour()))
                .orElseGet(() -> nova.candidates(versions).stream()
                        .map(BehaviourRow::behaviour)
                        .toList());
        return new NovaFacts.Dialects(candidates, match.missing());
    }

    /** The dialects of oslo.config that the versions leave possible. */
    public OsloDialects oslo(Versions versions) {
        VersionTable.Match<BehaviourRow<OsloDialect>> match = oslo.match(versions);
        List<OsloDialect> candidates = match.row()
                .map(row -> List.of(row.behaviour()))
                .orElseGet(() -> oslo.candidates(versions).stream()
                        .map(BehaviourRow::behaviour)
                        .toList());
        return new OsloDialects(candidates, match.missing());
    }
}
