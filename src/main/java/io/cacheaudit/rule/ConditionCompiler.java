package io.cacheaudit.rule;

import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: the text of a condition to a condition, type-checked against a vocabulary. */
public interface ConditionCompiler {
    /**
     * The condition, or null with at least one problem in the coordinates of the file.
     *
     * @param at where the text begins
     */
    @Nullable
    Condition compile(String text, Vocabulary<?> vocabulary, Provenance at, List<Problem> problems);
}
