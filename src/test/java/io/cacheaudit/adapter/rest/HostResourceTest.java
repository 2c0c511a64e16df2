package io.cacheaudit.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.builder.MultiPartSpecBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutDatabase.class)
class HostResourceTest {
    private static final String SET = """
            {"versions": {"qemu": "2.2.0"}, "documents": [
              {"kind": "ceph.conf", "path": "/etc/ceph/ceph.conf", "content": "[client]"}]}""";

    @Test
    void pushAnswersDigestVerdictCountsProblemsAndPage() {
        given().contentType("application/json")
                .body(SET)
                .put("/api/v1/hosts/Compute-17/documents")
                .then()
                .statusCode(200)
                .body("digest", startsWith("sha256:"))
                .body("verdict", equalTo("FAIL"))
                .body("counts.high", equalTo(1))
                .body("counts.not_applicable", equalTo(12))
                .body("problems[0].line", equalTo(14))
                .body("page", equalTo("/hosts/compute-17"));

        given().get("/api/v1/hosts/compute-17")
                .then()
                .statusCode(200)
                .body("host", equalTo("compute-17"))
                .body("versions.qemu", equalTo("2.2.0"))
                .body("rule_pack.name", equalTo("cache-audit"))
                .body("last_seen", equalTo("2026-01-02T03:04:05Z"))
                .body("stale", equalTo(false));
    }

    @Test
    void auditIsTheWholeDocument() {
        given().contentType("application/json").body(SET).put("/api/v1/hosts/whole/documents");

        given().get("/api/v1/hosts/whole/audit")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("disks", hasSize(2))
                .body("disks[0].rbd_cache.settings.rbd_cache.derivation.decided_by.layer", equalTo("ceph_conf"))
                .body("findings[0].rule", equalTo("rbd-cache-without-writeback"));
    }

    @Test
    void multipartTakesThePathFromTheFileName() {
        given().multiPart(new MultiPartSpecBuilder("[client]\n".getBytes(StandardCharsets.UTF_8))
                        .controlName("ceph.conf")
                        .fileName("/etc/ceph/ceph.conf")
                        .build())
                .multiPart("versions", "{\"qemu\": \"2.2.0\"}")
                .put("/api/v1/hosts/parts/documents")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("FAIL"));

        given().get("/api/v1/hosts/parts").then().body("versions.qemu", equalTo("2.2.0"));
    }

    @Test
    void gzipBodiesAreRead() throws IOException {
        given().header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(gzip(SET.getBytes(StandardCharsets.UTF_8)))
                .put("/api/v1/hosts/zipped/documents")
                .then()
                .statusCode(200);
    }

    @Test
    void listsKnowTheirParameters() {
        given().contentType("application/json").body(SET).put("/api/v1/hosts/listed/documents");

        given().get("/api/v1/hosts?verdict=FAIL&limit=1000")
                .then()
                .statusCode(200)
                .body("items.host", hasItem("listed"))
                .body("items.verdict", everyItem(equalTo("FAIL")))
                .body("total.type", equalTo("EXACT"))
                .body("total.count", notNullValue());
        given().get("/api/v1/hosts?verdict=PASS").then().body("items", hasSize(0));
    }

    @Test
    void findingsOfAHost() {
        given().contentType("application/json").body(SET).put("/api/v1/hosts/found/documents");

        String fingerprint = given().get("/api/v1/findings?host=found&status=FAIL&sort=newest")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].evidence[0].text", equalTo("rbd cache = true"))
                .body("items[0].fix_risk", equalTo("restart"))
                .extract()
                .path("items[0].fingerprint");
        given().get("/api/v1/findings/" + fingerprint).then().statusCode(200).body("host", equalTo("found"));
    }

    @Test
    void candidateIsAuditedAndNotStored() {
        given().contentType("application/json")
                .body(SET)
                .post("/api/v1/audits")
                .then()
                .statusCode(200)
                .body("host", equalTo("candidate"))
                .body("disks", hasSize(2));

        given().get("/api/v1/hosts/candidate").then().statusCode(404);
    }

    @Test
    void lookupsAnswerOneOrMany() {
        given().contentType("application/json")
                .body("{\"ask\": \"echo\", \"n\": 1}")
                .post("/api/v1/lookups")
                .then()
                .statusCode(200)
                .body("n", equalTo(1));
        given().contentType("application/json")
                .body("{\"questions\": [{\"ask\": \"echo\"}, {\"ask\": \"ech\"}, 3]}")
                .post("/api/v1/lookups")
                .then()
                .statusCode(200)
                .body("answers[0].ask", equalTo("echo"))
                .body("answers[1].problem", equalTo("ask: expected one of [echo], did you mean \"echo\"?"))
                .body("answers[2].problem", equalTo("expected a question as an object"));
    }

    @Test
    void rulesAndRows() {
        given().get("/api/v1/rules").then().statusCode(200).body("items[0].severity[0].severity", equalTo("low"));
        given().get("/api/v1/rules/rbd-cache-without-writeback").then().statusCode(200);
        given().get("/api/v1/precedence/rbd-qemu-first-flat")
                .then()
                .statusCode(200)
                .body("layers[0]", hasSize(2))
                .body("range.qemu", equalTo(">=1.2.0 <2.4.0"));
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
