package io.cacheaudit.effective;

import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One writer of a value in a derivation.
 *
 * @param layer the layer's word, as the tables of rules/precedence declare it
 * @param at where it is written, null for layers that no document holds
 * @param value the raw text it writes, null where it writes none
 * @param why why it has no effect, null for writers that have one
 */
public record Step(
        String layer,
        @Nullable Provenance at,
        @Nullable String value,
        @Nullable String why) {}
