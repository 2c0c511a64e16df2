package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.audit.PrecedenceCatalog;
import java.util.List;
import java.util.Map;

/**
 * One row of a precedence table.
 *
 * @param ranges by component, as written
 * @param ranks its layers, strongest first
 * @param executed whether a run established it, else reading did
 */
record RowPage(
        String id,
        String table,
        Map<String, String> ranges,
        List<Rank> ranks,
        List<String> sources,
        boolean executed,
        String note) {
    RowPage {
        ranks = List.copyOf(ranks);
        sources = List.copyOf(sources);
    }

    /** Layers of one rank: of several the later write wins. */
    record Rank(int number, List<String> layers) {}

    static RowPage of(PrecedenceCatalog.RowPage row) {
        List<List<String>> layers = row.layers();
        return new RowPage(
                row.id(),
                row.table(),
                row.ranges(),
                layers.stream()
                        .map(rank -> new Rank(layers.indexOf(rank) + 1, rank))
                        .toList(),
                row.sources().stream().map(Printable::of).toList(),
                row.evidence().equals("executed"),
                row.note() == null ? "" : Printable.of(row.note()));
    }
}
