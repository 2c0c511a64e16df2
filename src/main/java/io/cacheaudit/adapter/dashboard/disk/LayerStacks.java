package io.cacheaudit.adapter.dashboard.disk;

import io.cacheaudit.adapter.dashboard.disk.LayerStack.LayerLine;
import io.cacheaudit.adapter.dashboard.text.Excerpts;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.audit.PrecedenceCatalog;
import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Derivations as stacks. The row behind a derivation ranks layers that no document speaks of too: the stack shows them as
 * silent, so that a reader sees what else could have decided.
 */
final class LayerStacks {
    private final PrecedenceCatalog rows;
    private final Excerpts excerpts;

    LayerStacks(PrecedenceCatalog rows, Excerpts excerpts) {
        this.rows = rows;
        this.excerpts = excerpts;
    }

    LayerStack of(String what, Value value, Derivation derivation, boolean open) {
        Step decided = derivation.decidedBy();
        return new LayerStack(
                Printable.name(what),
                value,
                decided == null ? "" : Printable.name(decided.layer()),
                decided == null ? "" : place(decided),
                derivation.row() == null ? "" : derivation.row(),
                layers(derivation),
                derivation.assumes().isEmpty()
                        ? ""
                        : "Assumes that " + Printable.of(String.join("; ", derivation.assumes())) + ".",
                decided == null ? null : excerpts.around(decided.at()),
                open);
    }

    private List<LayerLine> layers(Derivation derivation) {
        List<LayerLine> written = new ArrayList<>();
        List<List<String>> ranks = ranks(derivation.row());
        if (derivation.decidedBy() != null) {
            written.add(line("decides", derivation.decidedBy(), ranks));
        }
        // Where nobody decides, nobody is overridden either.
        String weaker = derivation.decidedBy() == null ? "candidate" : "overridden";
        derivation.overridden().forEach(step -> written.add(line(weaker, step, ranks)));
        derivation.ignored().forEach(step -> written.add(line("ignored", step, ranks)));
        Set<LayerLine> ordered = new LinkedHashSet<>();
        for (int rank = 1; rank <= ranks.size(); rank++) {
            for (String layer : ranks.get(rank - 1)) {
                List<LayerLine> own = written.stream()
                        .filter(line -> line.layer().equals(layer))
                        .toList();
                ordered.addAll(own.isEmpty() ? List.of(new LayerLine("silent", rank, layer, "", "", "")) : own);
            }
        }
        ordered.addAll(written);
        return List.copyOf(ordered);
    }

    private List<List<String>> ranks(@Nullable String row) {
        return row == null
                ? List.of()
                : rows.row(row).map(PrecedenceCatalog.RowPage::layers).orElse(List.of());
    }

    private static LayerLine line(String part, Step step, List<List<String>> ranks) {
        int rank = 0;
        for (int i = 0; i < ranks.size() && rank == 0; i++) {
            rank = ranks.get(i).contains(step.layer()) ? i + 1 : 0;
        }
        return new LayerLine(
                part,
                rank,
                Printable.name(step.layer()),
                step.value() == null ? "" : Printable.name(step.value()),
                place(step),
                step.why() == null ? "" : Printable.of(step.why()));
    }

    private static String place(Step step) {
        return step.at() == null ? "" : Printable.name(step.at().toString());
    }
}
