package io.cacheaudit.adapter.rest.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies by their headers before anything of them is read: the server itself ends such requests without a body,
 * and takes an encoding it does not know for none at all.
 */
@ApplicationScoped
final class BodyGate {
    private static final Set<String> ENCODINGS = Set.of("gzip", "deflate", "identity");
    private static final int BEFORE_THE_SERVER = 1000;
    private static final int BEHIND_THE_SERVER = 1;

    private final long maxBytes;

    BodyGate(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max) {
        this.maxBytes = max.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_THE_SERVER);
        filters.register(this::leaveToReaders, BEHIND_THE_SERVER);
    }

    /** Readers count what is inflated and answer in our words; the server's own limit stands behind theirs. */
    private void leaveToReaders(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * maxBytes);
        context.next();
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
            answer(context, ProblemType.UNSUPPORTED_MEDIA_TYPE, "expected the body as it is or as gzip");
        } else if (length(request.getHeader("Content-Length")) > maxBytes) {
            answer(context, ProblemType.CONTENT_TOO_LARGE, "expected at most " + maxBytes + " bytes");
        } else {
            context.next();
        }
    }

    private static long length(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,18}") ? Long.parseLong(header) : 0;
    }

    /** The connection ends with the answer, for the body is still on its way. */
    private static void answer(RoutingContext context, ProblemType type, String detail) {
        JsonObject body = new JsonObject()
                .put("type", type.uri().toString())
                .put("status", type.status())
                .put("title", type.title())
                .put("detail", detail)
                .put("instance", context.request().path());
        context.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(body.encode());
    }
}
