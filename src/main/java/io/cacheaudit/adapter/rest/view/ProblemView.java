package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cacheaudit.text.Problem;
import org.jspecify.annotations.Nullable;

/** Something in a document that could not be read; line and column are absent where the whole document is meant. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemView(
        String document, @Nullable Integer line, @Nullable Integer column, String message) {

    public static ProblemView of(Problem problem) {
        boolean whole = problem.at().isWhole();
        return new ProblemView(
                problem.at().source(),
                whole ? null : problem.at().line(),
                whole ? null : problem.at().column(),
                problem.message());
    }
}
