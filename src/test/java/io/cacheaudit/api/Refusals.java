package io.cacheaudit.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** What holds for every refusal. */
final class Refusals {
    private Refusals() {}

    /** A problem document of this status that tells nothing of the program's inside. */
    static void checkProblem(Response answer, int status) {
        String body = answer.asString();

        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("type")).startsWith("urn:cache-audit:problem:");
        checkSilence(body);
    }

    static void checkSilence(String body) {
        assertThat(body).doesNotContain("Exception", "io.cacheaudit", "SELECT", "\tat ", "java.");
    }
}
