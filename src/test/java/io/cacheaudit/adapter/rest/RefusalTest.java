package io.cacheaudit.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input that hurts: each refusal is a problem document that tells nothing of the program's inside. */
@QuarkusTest
@TestProfile(WithoutDatabase.class)
class RefusalTest {
    private static final String ADDRESS = "/api/v1/hosts/h/documents";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            unknown kind             | {"documents": [{"kind": "cef.conf", "path": "/a", "content": ""}]}  | /documents/0/kind
            unknown member           | {"documents": [], "hots": "x"}                                      | /hots
            unknown component        | {"documents": [], "versions": {"qemo": "2.2"}}                      | /versions/qemo
            another host             | {"host": "other", "documents": []}                                  | /host
            control character        | {"documents": [{"kind": "mounts", "path": "/a\\u0007", "content": ""}]} | /documents/0/path
            absent with content      | {"documents": [{"kind": "mounts", "path": "/a", "presence": "absent", "content": "x"}]} | /documents/0/content
            two contents             | {"documents": [{"kind": "mounts", "path": "/a", "content": "", "content_base64": ""}]} | /documents/0/content_base64
            bad base64               | {"documents": [{"kind": "mounts", "path": "/a", "content_base64": "%"}]} | /documents/0/content_base64
            no list                  | {"documents": 3}                                                    | /documents
            """)
    void memberIsNamedByPointerAndPlace(String name, String body, String pointer) {
        Response answer = given().contentType("application/json").body(body).put(ADDRESS);

        checkProblem(answer, 400);
        answer.then().body("errors[0].pointer", equalTo(pointer)).body("errors[0].line", equalTo(1));
    }

    @Test
    void malformedJsonIsNamedByPlace() {
        Response answer = given().contentType("application/json")
                .body("{\n  \"a\": hunter2}")
                .put(ADDRESS);

        checkProblem(answer, 400);
        answer.then().body("errors[0].line", equalTo(2));
        assertThat(answer.asString()).doesNotContain("hunter2");
    }

    @Test
    void bodyThatIsNotUtf8IsRefusedAndContentThatIsNotIsAccepted() {
        byte[] bad = "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        String content = Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, (byte) 0xfe});

        checkProblem(given().contentType("application/json").body(bad).put(ADDRESS), 400);
        given().contentType("application/json")
                .body("{\"documents\": [{\"kind\": \"ceph.conf\", \"path\": \"/a\", \"content_base64\": \"" + content
                        + "\"}]}")
                .put(ADDRESS)
                .then()
                .statusCode(200);
    }

    @Test
    void emptyBodyIsRefused() {
        checkProblem(given().contentType("application/json").put(ADDRESS), 400);
        checkProblem(given().contentType("multipart/form-data; boundary=x").put(ADDRESS), 400);
    }

    @Test
    void emptyDocumentIsAProblemOfTheAudit() {
        given().contentType("application/json")
                .body("{\"documents\": [{\"kind\": \"libvirt-domain\", \"path\": \"/a.xml\", \"content\": \"\"}]}")
                .put(ADDRESS)
                .then()
                .statusCode(200)
                .body("problems[1].document", equalTo("/etc/libvirt/qemu/vm7.xml"))
                .body("problems[0].message", equalTo("expected XML, found nothing"));
    }

    @Test
    void badHostNameIsRefused() {
        checkProblem(given().contentType("application/json").body("{}").put("/api/v1/hosts/-x/documents"), 400);
    }

    @Test
    void multipartThatIsCutOffIsRefused() {
        String cut = "--x\r\nContent-Disposition: form-data; name=\"mounts\"; filename=\"/a\"\r\n\r\nab";

        checkProblem(
                given().header("Content-Type", "multipart/form-data; boundary=x")
                        .body(cut.getBytes(StandardCharsets.UTF_8))
                        .put(ADDRESS),
                400);
    }

    @Test
    void largeBodiesAreRefusedPlainAndZipped() throws IOException {
        byte[] large = new byte[20 << 20];

        checkProblem(given().contentType("application/json").body(large).put(ADDRESS), 413);
        checkProblem(
                given().header("Content-Encoding", "gzip")
                        .contentType("application/json")
                        .body(HostResourceTest.gzip(large))
                        .put(ADDRESS),
                413);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing/here, 404",
        "GET, /api/v1/hosts/never-seen, 404",
        "GET, /api/v1/hosts/never-seen/audit, 404",
        "GET, /api/v1/findings/none, 404",
        "GET, /api/v1/rules/none, 404",
        "GET, /api/v1/precedence/none, 404",
        "POST, /api/v1/hosts, 405",
        "GET, /api/v1/hosts?verdct=FAIL, 400",
        "GET, /api/v1/hosts?limit=0, 400",
        "GET, /api/v1/hosts?page_token=foreign, 400",
        "GET, /api/v1/hosts?limit=1001, 400",
        "GET, /api/v1/hosts?verdict=fail, 400",
        "GET, /api/v1/findings?sort=color, 400",
        "GET, /api/v1/findings?severity=HIGH, 400",
        "GET, /api/v1/findings?status=PASS, 400",
        "GET, /api/v1/findings?open=yes, 400",
        "GET, /api/v1/hosts/bug, 500",
        "GET, /api/v1/hosts/broken, 503",
    })
    void refusalIsAProblem(String method, String address, int status) {
        checkProblem(given().request(method, address), status);
    }

    @Test
    void mediaTypesAreNegotiated() {
        checkProblem(given().accept("image/png").get("/api/v1/hosts"), 406);
        checkProblem(given().contentType("text/plain").body("x").put(ADDRESS), 415);
        checkProblem(
                given().header("Content-Encoding", "compress")
                        .contentType("application/json")
                        .body("{}")
                        .put(ADDRESS),
                415);
    }

    @Test
    void storeThatDoesNotAnswerSaysWhenToTryAgain() {
        given().get("/api/v1/hosts/broken").then().header("Retry-After", "5");
    }

    private static void checkProblem(Response answer, int status) {
        String body = answer.asString();

        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        answer.then().body("status", equalTo(status));
        assertThat(answer.<String>path("type")).startsWith("urn:cache-audit:problem:");
        assertThat(answer.<String>path("title")).isNotEmpty();
        assertThat(body).doesNotContain("Exception", "io.", "SELECT").doesNotContainPattern("\\bat [\\w$.]+\\(");
    }
}
