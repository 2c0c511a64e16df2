package io.cacheaudit.adapter.dashboard.disk;

import io.cacheaudit.adapter.dashboard.text.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers behind one value, strongest first.
 *
 * @param what the value's name
 * @param value what it is, in words
 * @param decider the layer that decides, the empty string where none does
 * @param place where the deciding layer wrote it, the empty string where no document holds it
 * @param row of the precedence table, the empty string where none matched
 * @param note what the reader must know besides
 * @param excerpt the deciding line and its neighbours
 * @param open whether the page shows it at once
 */
public record LayerStack(
        String what,
        Value value,
        String decider,
        String place,
        String row,
        List<LayerLine> layers,
        String note,
        @Nullable Excerpt excerpt,
        boolean open) {
    public LayerStack {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param part {@code decides}, {@code overridden}, {@code candidate} where nobody decides, {@code ignored} or
     *     {@code silent}; also its style
     * @param rank from 1, the strongest; 0 where the row does not rank the layer
     */
    public record LayerLine(String part, int rank, String layer, String value, String place, String why) {}
}
