package io.cacheaudit.adapter.rest.problem;

import io.cacheaudit.audit.BadPageToken;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A page token that does not belong to the list that is asked for. */
@Provider
public final class BadPageTokenMapper extends ExceptionMapperBase<BadPageToken> {
    @Override
    protected HttpProblem toProblem(BadPageToken failure) {
        return ProblemType.INVALID_REQUEST.with(
                "the query parameters are not valid",
                List.of(ErrorView.parameter("page_token", "expected one that this list gave")));
    }
}
