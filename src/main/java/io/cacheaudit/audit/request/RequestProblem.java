package io.cacheaudit.audit.request;

import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.Objects;

/**
 * What is wrong with one member of a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the member, the empty string for the whole body
 * @param problem its position in the body and the reason
 */
public record RequestProblem(String pointer, Problem problem) {
    public RequestProblem {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(problem, "problem");
    }

    /** A problem at a place of the body. */
    public static RequestProblem of(String pointer, Provenance at, String message) {
        return new RequestProblem(pointer, new Problem(at, message));
    }

    /** A pointer one step further down. */
    public static String pointer(String parent, String member) {
        return parent + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
