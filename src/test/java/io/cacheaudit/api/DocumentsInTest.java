package io.cacheaudit.api;

import static io.cacheaudit.api.Sets.CACHE_ON;
import static io.cacheaudit.api.Sets.QEMU_2_2;
import static io.cacheaudit.api.Sets.domain;
import static io.cacheaudit.api.Sets.freshHost;
import static io.cacheaudit.api.Sets.get;
import static io.cacheaudit.api.Sets.set;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.cacheaudit.app.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A host's documents, sent in every form, and what the service then says of the host. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DocumentsInTest {
    private static final String ADDRESS = "/api/v1/hosts/{host}/documents";

    private final String host = freshHost();

    @Test
    void pushAnswersDigestVerdictCountsProblemsAndPage() {
        Response pushed = Sets.accepted(host, set(QEMU_2_2, CACHE_ON, domain("vm1", "vda")));

        pushed.then()
                .body("digest", matchesPattern("sha256:[0-9a-f]{64}"))
                .body("verdict", equalTo("PASS"))
                .body("counts.medium", greaterThan(0))
                .body("counts.pass", greaterThan(0))
                .body("problems", empty())
                .body("page", equalTo("/hosts/" + host));
        get("/api/v1/hosts/{host}", host)
                .then()
                .body("host", equalTo(host))
                .body("digest", equalTo(pushed.path("digest")))
                .body("verdict", equalTo("PASS"))
                .body("disks", equalTo(1))
                .body("counts", equalTo(pushed.path("counts")))
                .body("versions", equalTo(QEMU_2_2))
                .body("rule_pack.name", equalTo("cache-audit"));
    }

    @Test
    void auditOfTheStoredSetIsTheAuditOfTheCandidate() {
        Map<String, Object> set = set(QEMU_2_2, CACHE_ON, domain("vm1", "vda", "vdb"));
        Response pushed = Sets.accepted(host, set);

        Response stored = get("/api/v1/hosts/{host}/audit", host);

        stored.then()
                .body("host", equalTo(host))
                .body("digest", equalTo(pushed.path("digest")))
                .body("disks.target", contains("vda", "vdb"))
                .body("disks[0].rbd_cache.enabled", equalTo(true))
                .body("disks[0].rbd_cache.settings.rbd_cache.derivation.decided_by.layer", equalTo("ceph_conf"))
                .body("disks[0].rbd_cache.settings.rbd_cache.derivation.decided_by.line", equalTo(2))
                .body("findings.rule", hasItem("rbd-cache-without-writeback"));
        assertThat(stored.<Object>path("disks"))
                .isEqualTo(Sets.candidate(set).then().statusCode(200).extract().path("disks"));
        assertThat(get("/api/v1/hosts/{host}/audit", host).asString()).isEqualTo(stored.asString());
    }

    @Test
    void candidateIsNotStored() {
        long before = get("/api/v1/hosts?limit=1").jsonPath().getLong("total.count");
        long findings = get("/api/v1/findings?limit=1").jsonPath().getLong("total.count");

        Sets.candidate(Map.of("host", host, "documents", List.of(CACHE_ON, domain("vm1", "vda"))))
                .then()
                .statusCode(200)
                .body("host", equalTo(host));

        given().get("/api/v1/hosts/{host}", host).then().statusCode(404);
        get("/api/v1/hosts?limit=1").then().body("total.count", equalTo((int) before));
        get("/api/v1/findings?limit=1").then().body("total.count", equalTo((int) findings));
    }

    @Test
    void multipartWithEveryPartIsTheSameSet() {
        Response json = Sets.accepted(
                host,
                set(
                        QEMU_2_2,
                        new Sets.Doc("nova.conf", "/etc/nova/b.conf", "[DEFAULT]\n"),
                        new Sets.Doc("nova.conf", "/etc/nova/a.conf", "[libvirt]\n"),
                        CACHE_ON,
                        domain("vm1", "vda")));

        given().multiPart(part("libvirt-domain", "/etc/libvirt/qemu/vm1.xml", Sets.xml("vm1", "vda")))
                .multiPart(part("nova.conf", "/etc/nova/a.conf", "[libvirt]\n"))
                .multiPart(part("nova.conf", "/etc/nova/b.conf", "[DEFAULT]\n"))
                .multiPart(part("ceph.conf", CACHE_ON.path(), CACHE_ON.content()))
                .multiPart("versions", new JsonObject(Map.copyOf(QEMU_2_2)).encode())
                .multiPart("manifest", "[{\"path\": \"/etc/nova/b.conf\"}, {\"path\": \"/etc/nova/a.conf\"}]")
                .put(ADDRESS, host)
                .then()
                .statusCode(200)
                .body("digest", equalTo(json.path("digest")))
                .body("counts", equalTo(json.path("counts")));
    }

    @Test
    void manifestSaysWhatIsAbsentOrUnreadable() {
        given().multiPart(part("libvirt-domain", "/etc/libvirt/qemu/vm1.xml", Sets.xml("vm1", "vda")))
                .multiPart("versions", new JsonObject(Map.copyOf(QEMU_2_2)).encode())
                .multiPart("manifest", "[{\"path\": \"/etc/ceph/ceph.conf\", \"presence\": \"unreadable\"}]")
                .put(ADDRESS, host)
                .then()
                .statusCode(200);

        String decided = "disks[0].rbd_cache.settings.rbd_cache.derivation";
        get("/api/v1/hosts/{host}/audit", host).then().body(decided + ".decided_by.layer", equalTo("cache_mode"));
    }

    @Test
    void gzipAndPlainBodiesAreTheSameSet() throws IOException {
        String set = JsonObject.mapFrom(set(QEMU_2_2, CACHE_ON, domain("vm1", "vda")))
                .encode();
        String digest = Sets.accepted(host, set).path("digest");

        given().header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body(gzip(set.getBytes(StandardCharsets.UTF_8)))
                .put(ADDRESS, host)
                .then()
                .statusCode(200)
                .body("digest", equalTo(digest));
    }

    @Test
    void pushReplacesTheWholeSet() {
        Sets.accepted(host, set(QEMU_2_2, CACHE_ON, domain("vm1", "vda"), domain("vm2", "vda")));
        Sets.accepted(host, set(QEMU_2_2, domain("vm2", "vda")));

        get("/api/v1/hosts/{host}/audit", host)
                .then()
                .body("disks", hasSize(1))
                .body("disks[0].domain", equalTo("vm2"))
                .body("disks[0].rbd_cache.settings.rbd_cache.derivation.decided_by.layer", equalTo("cache_mode"));
        get("/api/v1/hosts/{host}", host).then().body("disks", equalTo(1));
    }

    private static MultiPartSpecification part(String kind, String path, String content) {
        return new MultiPartSpecBuilder(content.getBytes(StandardCharsets.UTF_8))
                .controlName(kind)
                .fileName(path)
                .build();
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
