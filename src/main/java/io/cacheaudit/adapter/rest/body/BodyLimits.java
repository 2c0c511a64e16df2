package io.cacheaudit.adapter.rest.body;

import io.cacheaudit.audit.request.Limits;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The limits of document sets, where the wiring names none. */
@Singleton
final class BodyLimits {
    @Produces
    @Singleton
    @DefaultBean
    Limits limits() {
        return Limits.DEFAULT;
    }
}
