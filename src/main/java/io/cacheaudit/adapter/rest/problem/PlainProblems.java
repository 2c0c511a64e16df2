package io.cacheaudit.adapter.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Gives problems that the framework raised our types and titles, and takes from them the framework's own words, which may
 * name classes. Problems of ours pass unchanged.
 */
@ApplicationScoped
final class PlainProblems implements ProblemPostProcessor {
    /** After the log, which keeps the original words, and before the answer. */
    @Override
    public int priority() {
        return -1;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null && problem.getType().toString().startsWith("urn:cache-audit:")) {
            return problem;
        }
        int status = problem.getStatusCode();
        ProblemType known = ProblemType.ofStatus(status).orElse(ProblemType.INTERNAL_ERROR);
        HttpProblem.Builder plain = ProblemType.ofStatus(status).isEmpty() && status < 500
                ? HttpProblem.builder().withStatus(status).withTitle("The request cannot be answered")
                : known.builder();
        for (Map.Entry<String, Object> header : problem.getHeaders().entrySet()) {
            plain.withHeader(header.getKey(), header.getValue());
        }
        return plain.build();
    }
}
