package io.cacheaudit.api;

import static io.cacheaudit.api.Refusals.checkProblem;
import static io.cacheaudit.api.Sets.freshHost;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cacheaudit.app.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that hurt: each is refused by a problem document, and the service answers the next one. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class HurtfulRequestsTest {
    private static final String ADDRESS = "/api/v1/hosts/hurt/documents";
    private static final int OVER_THE_LIMIT = (16 << 20) + 1;

    @Test
    void unknownKindIsNamedByPointerAndPlace() {
        Response answer = Sets.push("hurt", """
                {"documents": [
                  {"kind": "cef.conf", "path": "/a", "content": ""}]}""");

        checkProblem(answer, 400);
        answer.then().body("errors[0].pointer", equalTo("/documents/0/kind")).body("errors[0].line", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "3",
                "[]",
                "{\"documents\": null}",
                "{\"documents\": [null]}",
                "{} {}",
                "{\"documents\": [], \"documents\": []}",
                "{\"versions\": []}",
                "{\"versions\": {\"qemu\": 2.2}}",
                "{\"host\": 3, \"documents\": []}",
                "{\"documents\": [{\"kind\": \"mounts\", \"content\": \"\"}]}",
                "{\"documents\": [{\"kind\": \"mounts\", \"path\": \"/a\", \"content\": {}}]}",
                "{\"documents\": [{\"kind\": \"mounts\", \"path\": \"\", \"content\": \"\"}]}",
            })
    void bodyThatIsNoDocumentSetIsRefused(String body) {
        checkProblem(Sets.push("hurt", body), 400);
        checkProblem(given().contentType("application/json").body(body).post("/api/v1/audits"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"questions\": 3}"})
    void bodyThatIsNoQuestionIsRefused(String body) {
        checkProblem(given().contentType("application/json").body(body).post("/api/v1/lookups"), 400);
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        String deep = "[".repeat(100_000);

        checkProblem(Sets.push("hurt", deep), 400);
        checkProblem(Sets.push("hurt", "{\"documents\": " + deep), 400);
        checkProblem(given().contentType("application/json").body(deep).post("/api/v1/lookups"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", ".x", "a%20b", "a_b!", "%00", "%0a", "%e2%80%ae", "%ff", "a%2fb"})
    void badHostNameIsRefused(String name) {
        for (String path : new String[] {"", "/audit"}) {
            Response answer = given().urlEncodingEnabled(false).get("/api/v1/hosts/" + name + path);
            assertThat(answer.statusCode()).isIn(400, 404);
            checkProblem(answer, answer.statusCode());
        }
        Response pushed = given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(Map.of("documents", new Object[0]))
                .put("/api/v1/hosts/" + name + "/documents");
        assertThat(pushed.statusCode()).isIn(400, 404);
        checkProblem(pushed, pushed.statusCode());
        Response page = given().urlEncodingEnabled(false).get("/hosts/" + name);
        assertThat(page.statusCode()).isIn(400, 404);
        Refusals.checkSilence(page.asString());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/findings/%00, 404",
        "/api/v1/findings/sha256:%27, 404",
        "/api/v1/rules/%00, 404",
        "/api/v1/precedence/%00, 404",
        "/api/v1/findings?page_token=%00, 400",
        "/api/v1/hosts?page_token=%00, 400",
        "/api/v1/hosts?limit=99999999999999999999, 400",
        "/api/v1/findings?severity=%00, 400",
        "/api/v1/findings?host=a&host=b, 400",
        "/api/v1/findings?hots=a, 400",
        "/q/nothing, 404",
    })
    void addressThatMeansNothingIsRefused(String path, int status) {
        checkProblem(given().urlEncodingEnabled(false).get(path), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host=%00", "rule=%00", "rule=%27%20OR%201=1", "host=%ff", "rule=%f0%9d%84%9e"})
    void filterThatNothingMatchesIsAnEmptyList(String filter) {
        Response answer = given().urlEncodingEnabled(false).get("/api/v1/findings?" + filter);

        answer.then().statusCode(200).body("total.count", equalTo(0));
    }

    @Test
    void bodyOverTheLimitIsRefusedWithAndWithoutLength() throws Exception {
        byte[] large = new byte[OVER_THE_LIMIT];
        checkProblem(given().contentType("application/json").body(large).put(ADDRESS), 413);

        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + ADDRESS))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void gzipBombIsRefused() throws IOException {
        byte[] bomb = DocumentsInTest.gzip(new byte[200 << 20]);
        assertThat(bomb).hasSizeLessThan(1 << 20);

        checkProblem(zipped(bomb), 413);
    }

    @Test
    void multipartWithoutAnEndOrWithUnknownPartsIsRefused() {
        String head = "--x\r\nContent-Disposition: form-data; name=\"mounts\"; filename=\"/a\"\r\n\r\nab";
        for (String body :
                new String[] {head, "", "--x--", "nonsense", head.replace("mounts", "mount") + "\r\n--x--"}) {
            Response answer = given().header("Content-Type", "multipart/form-data; boundary=x")
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .put(ADDRESS);
            if (!body.equals("--x--")) {
                checkProblem(answer, 400);
            }
        }
    }

    @Test
    void refusedPushStoresNothing() {
        String host = freshHost();
        checkProblem(Sets.push(host, "{\"documents\": [{\"kind\": \"x\"}]}"), 400);
        checkProblem(given().get("/api/v1/hosts/{host}", host), 404);
    }

    private static Response zipped(byte[] body) {
        return given().header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(body)
                .put(ADDRESS);
    }
}
