package io.cacheaudit.document.ceph;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.BehaviourRow;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.TableFile;
import io.cacheaudit.version.Version;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables that choose a dialect by the librbd version. Each table holds one behaviour that changes by itself. */
public record CephDialects(
        VersionTable<BehaviourRow<CephGrammar.Rule>> grammars,
        VersionTable<BehaviourRow<CephDialect.Suffixes>> suffixes,
        VersionTable<BehaviourRow<FloatReading>> floats,
        VersionTable<BehaviourRow<CephMetavariables.Rule>> metavariables,
        VersionTable<BehaviourRow<CephFileSearch.Rule>> searches) {
    /** The names of the tables, in the order of {@link #from}. */
    public static final List<String> FILES =
            List.of("ceph-conf", "ceph-size", "ceph-float", "ceph-metavariable", "ceph-search");

    /** A dialect and the versions it belongs to. */
    public record Candidate(Versions versions, CephDialect dialect) {}

    /**
     * The dialects that the versions leave possible: one where librbd is known; several, to be compared, where it is not;
     * none outside the claims. {@code missing} is empty only where there is one.
     */
    public record Choice(List<Candidate> candidates, List<Missing> missing) {
        public Choice {
            candidates = List.copyOf(candidates);
            missing = List.copyOf(missing);
        }

        public Optional<CephDialect> only() {
            return missing.isEmpty() ? Optional.of(candidates.get(0).dialect()) : Optional.empty();
        }
    }

    /** The tables from their trees by file name; null with problems where one is missing or at fault. */
    public static @Nullable CephDialects from(Map<String, Tree> trees, List<Problem> problems) {
        VersionTable<BehaviourRow<CephGrammar.Rule>> grammars = table(trees, 0, CephGrammar.Rule::from, problems);
        VersionTable<BehaviourRow<CephDialect.Suffixes>> suffixes =
                table(trees, 1, CephDialect.Suffixes::from, problems);
        VersionTable<BehaviourRow<FloatReading>> floats = table(trees, 2, CephDialect::floats, problems);
        VersionTable<BehaviourRow<CephMetavariables.Rule>> meta =
                table(trees, 3, CephMetavariables.Rule::from, problems);
        VersionTable<BehaviourRow<CephFileSearch.Rule>> searches = table(trees, 4, CephFileSearch.Rule::from, problems);
        return grammars == null || suffixes == null || floats == null || meta == null || searches == null
                ? null
                : new CephDialects(grammars, suffixes, floats, meta, searches);
    }

    private static <T> @Nullable VersionTable<BehaviourRow<T>> table(
            Map<String, Tree> trees, int index, Function<FieldsReader, T> behaviour, List<Problem> problems) {
        Tree tree = trees.get(FILES.get(index));
        return tree == null
                ? null
                : new TableFile(tree, problems)
                        .read((head, row) -> new BehaviourRow<>(head, behaviour.apply(row)))
                        .orElse(null);
    }

    public Choice dialects(Versions versions) {
        Optional<Version> librbd = versions.get(Component.LIBRBD);
        if (librbd.isPresent()) {
            List<Missing> missing = new ArrayList<>();
            CephDialect dialect = dialect(versions, librbd.get(), missing);
            return dialect == null
                    ? new Choice(List.of(), missing)
                    : new Choice(List.of(new Candidate(versions, dialect)), List.of());
        }
        List<Candidate> candidates = new ArrayList<>();
        for (BehaviourRow<CephGrammar.Rule> row : grammars.rows()) {
            for (String release : row.behaviour().representatives()) {
                Optional<Version> version = Version.parse(Component.LIBRBD, release);
                Versions assumed = versions.with(Component.LIBRBD, version);
                candidates.addAll(version.isPresent() ? dialects(assumed).candidates() : List.of());
            }
        }
        return new Choice(candidates, List.of(Component.LIBRBD.missing()));
    }

    private @Nullable CephDialect dialect(Versions versions, Version librbd, List<Missing> missing) {
        Map<String, String> rows = new TreeMap<>();
        CephGrammar.Rule grammar = behaviour(grammars, versions, rows, missing);
        CephDialect.Suffixes suffix = behaviour(suffixes, versions, rows, missing);
        FloatReading real = behaviour(floats, versions, rows, missing);
        CephMetavariables.Rule meta = behaviour(metavariables, versions, rows, missing);
        CephFileSearch.Rule search = behaviour(searches, versions, rows, missing);
        return grammar == null || suffix == null || real == null || meta == null || search == null
                ? null
                : new CephDialect(grammar.grammar(), grammar.abortsIn(librbd), suffix, real, meta, search, rows);
    }

    private static <T> @Nullable T behaviour(
            VersionTable<BehaviourRow<T>> table, Versions versions, Map<String, String> rows, List<Missing> missing) {
        VersionTable.Match<BehaviourRow<T>> match = table.match(versions);
        missing.addAll(match.missing());
        match.row().ifPresent(row -> rows.put(table.name(), row.id()));
        return match.row().map(BehaviourRow::behaviour).orElse(null);
    }
}
