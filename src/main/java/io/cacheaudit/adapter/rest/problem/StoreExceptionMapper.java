package io.cacheaudit.adapter.rest.problem;

import io.cacheaudit.audit.AuditStore;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** A store that does not answer is worth another try. */
@Provider
public final class StoreExceptionMapper extends ExceptionMapperBase<AuditStore.StoreException> {
    private static final int RETRY_SECONDS = 5;

    @Override
    protected HttpProblem toProblem(AuditStore.StoreException failure) {
        return ProblemType.STORE_UNAVAILABLE
                .builder()
                .withDetail("try again in " + RETRY_SECONDS + " seconds")
                .withHeader("Retry-After", RETRY_SECONDS)
                .build();
    }
}
