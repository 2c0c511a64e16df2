package io.cacheaudit.adapter.dashboard;

import java.util.List;

/**
 * One disk as its page shows it; every text is printable.
 *
 * @param configured the cache attribute as written
 * @param effective the drive cache mode that results
 * @param rows the three kinds of writes, by failure
 * @param stacks the values that several writers compete for
 */
record DiskPanel(
        String anchor,
        String name,
        String source,
        String origin,
        String configured,
        String effective,
        String guestFlush,
        String rbdCache,
        List<RiskRow> rows,
        List<LayerStack> stacks) {
    DiskPanel {
        rows = List.copyOf(rows);
        stacks = List.copyOf(stacks);
    }

    /** One kind of writes and its three cells. */
    record RiskRow(String writes, List<RiskCell> cells) {
        RiskRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param level {@code none}, {@code bounded}, {@code unbounded} or {@code unknown}; also its style
     */
    record RiskCell(String level, String words, String because) {}

    /**
     * The layers behind one value, the one that decides first.
     *
     * @param row of the precedence table, the empty string where none matched
     */
    record LayerStack(String what, String value, String row, List<LayerLine> layers, String assumes) {
        LayerStack {
            layers = List.copyOf(layers);
        }
    }

    /**
     * One layer.
     *
     * @param part {@code decides}, {@code overridden} or {@code ignored}; also its style
     */
    record LayerLine(String part, String layer, String value, String place, String why) {}
}
