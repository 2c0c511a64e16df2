package io.cacheaudit.adapter.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cacheaudit.audit.request.RequestProblem;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer to the member, absent where there is none
 * @param line from 1, absent where the whole is meant
 * @param column from 1 in code points
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorView(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable Integer line,
        @Nullable Integer column,
        String message) {

    public static ErrorView of(RequestProblem problem) {
        return of(problem.pointer(), problem.problem());
    }

    /** A problem of a text that could not be read as JSON. */
    public static ErrorView of(Problem problem) {
        return of(null, problem);
    }

    /** A query parameter that cannot be. */
    public static ErrorView parameter(String name, String message) {
        return new ErrorView(null, name, null, null, message);
    }

    private static ErrorView of(@Nullable String pointer, Problem problem) {
        Provenance at = problem.at();
        return at.isWhole()
                ? new ErrorView(pointer, null, null, null, problem.message())
                : new ErrorView(pointer, null, at.line(), at.column(), problem.message());
    }
}
