package io.cacheaudit.effective;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ordered layers behind a value that several writers compete for.
 *
 * @param row id of the precedence row, null where none matched
 * @param decidedBy the layer that won, null where the value is unknown
 * @param overridden the weaker writers, strongest first
 * @param ignored writers without effect, each with the reason
 * @param assumes what is taken for granted of a distribution's build
 */
public record Derivation(
        @Nullable String row,
        @Nullable Step decidedBy,
        List<Step> overridden,
        List<Step> ignored,
        List<String> assumes) {
    public Derivation {
        overridden = List.copyOf(overridden);
        ignored = List.copyOf(ignored);
        assumes = List.copyOf(assumes);
    }

    /** The same layers, with none of them deciding: the one that seemed to becomes the first of the others. */
    public Derivation undecided() {
        List<Step> all = new ArrayList<>();
        if (decidedBy != null) {
            all.add(decidedBy);
        }
        all.addAll(overridden);
        return new Derivation(row, null, all, ignored, assumes);
    }
}
