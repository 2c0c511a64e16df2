package io.cacheaudit.api;

import static io.cacheaudit.api.Sets.CACHE_ON;
import static io.cacheaudit.api.Sets.QEMU_2_2;
import static io.cacheaudit.api.Sets.domain;
import static io.cacheaudit.api.Sets.set;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cacheaudit.adapter.cli.HostDirectory;
import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.adapter.report.GateSarifTest;
import io.cacheaudit.app.CommandLines;
import io.cacheaudit.app.PostgresForTests;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate over HTTP, and that it says what the command line says. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class GateApiTest {
    private static final Path SAMPLE = Path.of("deploy/sample-host");
    private static Path hosts;

    @BeforeAll
    static void hosts(@TempDir Path dir) {
        hosts = dir;
    }

    @ParameterizedTest
    @CsvSource({"high, false", "critical, true", "info, true"})
    void commandLineAndServerGiveTheSameAnswer(String failOn, boolean failOnUnknown) throws IOException {
        for (Path host : List.of(SAMPLE, brokenHost())) {
            Map<String, Object> body = new HashMap<>(sent(host));
            body.put("fail_on", failOn);
            body.put("fail_on_unknown", failOnUnknown);

            Response answer = post(body, "json");
            CommandLines.Ran ran = CommandLines.run(
                    failOnUnknown
                            ? new String[] {
                                "gate", host.toString(), "--format", "json", "--fail-on", failOn, "--fail-on-unknown"
                            }
                            : new String[] {"gate", host.toString(), "--format", "json", "--fail-on", failOn});

            assertThat(answer.asString()).contains("\"findings\":[{").isEqualTo(ran.out());
            int code = switch (answer.header("Audit-Verdict")) {
                case "FAIL" -> 1;
                case "UNKNOWN" -> failOnUnknown ? 3 : 0;
                default -> 0;
            };
            assertThat(ran.code()).isEqualTo(code);
        }
    }

    @Test
    void findingsAreThoseOfTheAuditDocument() throws IOException {
        String audit = Sets.candidate(sent(SAMPLE)).asString();

        String findings = audit.substring(audit.indexOf("\"findings\":["));

        assertThat(findings).contains("drive-cache-unsafe");
        assertThat(post(sent(SAMPLE), "json").asString()).endsWith(findings);
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json",
        "text, text/plain",
        "sarif, application/sarif+json",
        "junit, application/xml",
        "gitlab, application/json",
        "github, text/plain",
        "markdown, text/markdown"
    })
    void everyFormatIsServed(String format, String mediaType) throws IOException {
        Response answer = post(sent(SAMPLE), format);

        assertThat(answer.contentType()).startsWith(mediaType);
        assertThat(answer.header("Audit-Verdict")).isEqualTo("FAIL");
        assertThat(answer.asString()).contains("drive-cache-unsafe");
    }

    @Test
    void sarifOfEveryHostIsValid() throws IOException {
        Map<String, Object> empty = Map.of("documents", List.of());
        for (Map<String, Object> body : List.of(sent(SAMPLE), sent(brokenHost()), empty)) {
            Response answer = post(body, "sarif");

            assertThat(GateSarifTest.faults(answer.asString())).isEmpty();
        }
        assertThat(post(sent(SAMPLE), "sarif").asString()).contains("\"uri\":\"etc/ceph/ceph.conf\"");
    }

    @Test
    void setWithoutDocumentsIsNoPass() {
        post(Map.of("documents", List.of()), "json")
                .then()
                .header("Audit-Verdict", equalTo("UNKNOWN"))
                .body("problems[0].message", equalTo("no document was sent, so that nothing is known of the host"));
        Sets.candidate(Map.of("documents", List.of())).then().body("verdict", equalTo("UNKNOWN"));
    }

    @Test
    void waiverAndBaselineAreCounted() {
        Map<String, Object> body = new HashMap<>(set(QEMU_2_2, CACHE_ON, domain("vm1", "vda")));
        body.put("fail_on", "medium");
        Response failed = post(body, "json");
        assertThat(failed.header("Audit-Verdict")).isEqualTo("FAIL");
        body.put("baseline", Map.of("findings", failed.path("findings")));

        Response passed = post(body, "json");

        assertThat(passed.header("Audit-Verdict")).isEqualTo("PASS");
        assertThat(passed.<Object>path("findings")).isEqualTo(failed.path("findings"));
        assertThat(passed.<Integer>path("counts.waived"))
                .isEqualTo(passed.<List<?>>path("findings").size());
    }

    @Test
    void multipartIsTheSameQuestion() {
        Map<String, Object> body = new HashMap<>(set(QEMU_2_2, CACHE_ON, domain("vm1", "vda")));
        body.put("fail_on", "medium");

        Response answer = given().multiPart(part("ceph.conf", CACHE_ON.path(), CACHE_ON.content()))
                .multiPart(part("libvirt-domain", domain("vm1").path(), Sets.xml("vm1", "vda")))
                .multiPart("versions", "{\"qemu\": \"2.2.0\", \"librbd\": \"0.87.2\"}")
                .multiPart("gate", "{\"fail_on\": \"medium\"}")
                .post("/api/v1/gate");

        assertThat(answer.asString()).isEqualTo(post(body, "json").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"documents\": [], \"fail_no\": \"high\"}                      | /fail_no",
                "{\"documents\": [], \"fail_on\": \"severe\"}                    | /fail_on",
                "{\"documents\": [], \"waivers\": [{\"rule\": \"a\", \"reason\": \"b\", \"owner\": \"c\"}]} | /waivers/0/expires",
                "{\"documents\": [], \"baseline\": [1]}                          | /baseline/0",
                "{\"fail_on\": \"high\"}                                         | /documents"
            })
    void whatIsWrongIsNamed(String body, String pointer) {
        Response answer = given().contentType("application/json").body(body).post("/api/v1/gate");

        Refusals.checkProblem(answer, 400);
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(answer.header("Audit-Verdict")).isNull();
    }

    @Test
    void unknownFormatIsRefused() {
        Response answer = given().contentType("application/json")
                .body(Map.of("documents", List.of()))
                .post("/api/v1/gate?format=yaml");

        Refusals.checkProblem(answer, 400);
        assertThat(answer.<String>path("errors[0].parameter")).isEqualTo("format");
    }

    private static Path brokenHost() throws IOException {
        Path domains = Files.createDirectories(hosts.resolve("broken/etc/libvirt/qemu"));
        Files.createDirectories(hosts.resolve("broken/etc/ceph"));
        Files.writeString(
                domains.resolve("vm1.xml"), Sets.xml("vm1\u202e|<b>", "vda").replace("<b>", "&lt;b>"));
        Files.writeString(domains.resolve("vm2.xml"), "<domain><devices><disk");
        Files.writeString(hosts.resolve("broken/etc/ceph/ceph.conf"), "[client]\nrbd-cache = true\n");
        return hosts.resolve("broken");
    }

    /** The set that the command line reads from a directory, as a sender would write it. */
    private static Map<String, Object> sent(Path host) {
        DocumentSet set =
                HostDirectory.read(host, Map.of(), new JsonTreeReader(1 << 24)).set();
        return Map.of(
                "host",
                set.host(),
                "versions",
                set.versions(),
                "documents",
                set.documents().stream().map(GateApiTest::sent).toList());
    }

    private static Map<String, Object> sent(Document document) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("kind", document.kind().word());
        sent.put("path", document.path());
        sent.put("presence", document.presence().word());
        if (document.isPresent()) {
            sent.put("content_base64", Base64.getEncoder().encodeToString(document.content()));
        }
        return sent;
    }

    private static Response post(Map<String, Object> body, String format) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/gate?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static MultiPartSpecification part(String kind, String path, String content) {
        return new MultiPartSpecBuilder(content.getBytes(StandardCharsets.UTF_8))
                .controlName(kind)
                .fileName(path)
                .build();
    }
}
