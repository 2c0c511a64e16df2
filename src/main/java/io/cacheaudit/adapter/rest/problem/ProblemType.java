package io.cacheaudit.adapter.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every kind of problem an answer can be. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    UNAUTHORIZED(401, "The request names no user"),
    FORBIDDEN(403, "The user may not do this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The address does not take this method"),
    NOT_ACCEPTABLE(406, "The answer has no form that was asked for"),
    PRECONDITION_FAILED(412, "What is stored is not what the request names"),
    CONTENT_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a form that is not read here"),
    INTERNAL_ERROR(500, "The service failed"),
    STORE_UNAVAILABLE(503, "The database does not answer");

    private static final String PREFIX = "urn:cache-audit:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The member {@code type} of the answer. */
    public URI uri() {
        return URI.create(PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    /** The problem as an exception that answers the request. */
    public HttpProblem with(String detail) {
        return builder().withDetail(detail).build();
    }

    /** As {@link #with(String)}, with a list of what is wrong and where. */
    public HttpProblem with(String detail, List<ErrorView> errors) {
        return builder().withDetail(detail).with("errors", errors).build();
    }

    /** A problem of this type with nothing else in it. */
    public HttpProblem.Builder builder() {
        return HttpProblem.builder().withType(uri()).withTitle(title).withStatus(status);
    }
}
