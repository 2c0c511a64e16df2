package io.cacheaudit.api;

import static io.cacheaudit.api.Sets.CACHE_ON;
import static io.cacheaudit.api.Sets.QEMU_2_2;
import static io.cacheaudit.api.Sets.domain;
import static io.cacheaudit.api.Sets.freshHost;
import static io.cacheaudit.api.Sets.get;
import static io.cacheaudit.api.Sets.set;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cacheaudit.app.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fleet's readers ask of the service: heartbeats, retired hosts, disks, counts and files. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FleetTest {
    private static final Map<String, Object> TWO_DISKS = set(QEMU_2_2, CACHE_ON, domain("vm1", "vda", "vdb"));

    private final String host = freshHost();

    @Test
    void heartbeatIsTakenForTheDigestThatThePushAnswered() {
        assertThat(heartbeat("sha256:" + "0".repeat(64)).statusCode()).isEqualTo(404);
        String digest = Sets.accepted(host, TWO_DISKS).path("digest");

        assertThat(heartbeat(digest).statusCode()).isEqualTo(204);

        Response other = heartbeat("sha256:" + "0".repeat(64));
        assertThat(other.statusCode()).isEqualTo(412);
        assertThat(other.contentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"digest\": 1}", "{\"digest\": \"sha256:0\"}", "{\"digest\": null}", "x"})
    void heartbeatThatNamesNoDigestIsRefused(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/hosts/{host}/heartbeat", host)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void retiredHostIsGoneAndItsFindingsAreClosed() {
        Sets.accepted(host, TWO_DISKS);

        given().delete("/api/v1/hosts/{host}", host).then().statusCode(204);

        given().get("/api/v1/hosts/{host}", host).then().statusCode(404);
        given().get("/api/v1/hosts/{host}/audit", host).then().statusCode(404);
        given().delete("/api/v1/hosts/{host}", host).then().statusCode(404);
        get("/api/v1/findings?host={host}", host)
                .then()
                .body("items.closed_because", hasItem("host_retired"))
                .body("items.findAll { it.closed_at == null }.size()", equalTo(0));
        assertThat(disks("")).isEmpty();
    }

    @Test
    void diskOfTheListSaysWhatTheAuditSays() {
        Sets.accepted(host, TWO_DISKS);
        JsonPath audit = get("/api/v1/hosts/{host}/audit", host).jsonPath();

        List<Map<String, Object>> disks = disks("");

        assertThat(disks).extracting(disk -> disk.get("target")).containsExactly("vda", "vdb");
        JsonPath first = JsonPath.from(get("/api/v1/disks?host={host}", host).asString());
        for (String member : List.of("drive_cache.mode", "rbd_cache.state", "rbd_cache.holds_writes", "source.name")) {
            assertThat(first.<Object>get("items[0]." + member))
                    .as(member)
                    .isNotNull()
                    .isEqualTo(audit.get("disks[0]." + member));
        }
        assertThat(first.getString("items[0].at_risk.flushed"))
                .isEqualTo(audit.getString("disks[0].durability.flushed.power_loss.at_risk"));
    }

    @Test
    void unknownDiskNamesWhatIsMissing() {
        Sets.accepted(host, set(Map.of(), CACHE_ON, domain("vm1", "vda")));

        Map<String, Object> disk = disks("&unknown=true").get(0);

        assertThat(disk.get("missing")).asString().contains("versions.qemu");
        assertThat(disks("&unknown=false")).isEmpty();
        assertThat(disks("&mode=none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "domain=vm1, 2",
        "domain=vm2, 0",
        "protocol=rbd, 2",
        "protocol=file, 0",
        "configured=none, 2",
        "mode=none, 2",
        "mode=writeback, 0",
        "state=WRITETHROUGH_UNTIL_FLUSH, 2",
        "at_risk=flushed, 0",
        "at_risk=unflushed, 2",
        "sort=risk, 2",
        "sort=host, 2"
    })
    void everyFilterOfDisksHolds(String filter, int count) {
        Sets.accepted(host, TWO_DISKS);

        assertThat(disks("&" + filter)).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "risk"})
    void pagesOfDisksHaveNoGapAndNoRepeat(String sort) {
        Sets.accepted(host, set(QEMU_2_2, CACHE_ON, domain("a", "vda", "vdb"), domain("b", "vda", "vdb", "vdc")));
        List<String> names = new ArrayList<>();
        String token = "";
        while (token != null) {
            JsonPath page = get(
                            "/api/v1/disks?host={host}&limit=2&sort={sort}"
                                    + (token.isEmpty() ? "" : "&page_token=" + token),
                            host,
                            sort)
                    .jsonPath();
            page.<Map<String, Object>>getList("items")
                    .forEach(disk -> names.add(disk.get("domain") + "/" + disk.get("target")));
            assertThat(page.getInt("total.count")).isEqualTo(5);
            token = page.getString("next_page_token");
        }
        assertThat(names).containsExactly("a/vda", "a/vdb", "b/vda", "b/vdb", "b/vdc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/disks?sort=size",
                "/api/v1/disks?at_risk=x",
                "/api/v1/disks?x=1",
                "/api/v1/disks?page_token=x",
                "/api/v1/summary?x=1",
                "/api/v1/hosts?sort=HOST",
                "/api/v1/hosts?stale=1"
            })
    void parameterThatIsNotKnownIsRefused(String address) {
        given().get(address).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void listsComeAsFilesWithTheNextPageInTheLink() throws Exception {
        Sets.accepted(host, TWO_DISKS);

        Response disks = file("/api/v1/disks?limit=1&host=" + host);
        Response findings = file("/api/v1/findings?host=" + host);

        List<CSVRecord> rows = records(disks);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("host")).isEqualTo(host);
        assertThat(rows.get(0).get("mode")).isEqualTo("none");
        assertThat(disks.header("Link"))
                .contains("rel=\"next\"")
                .contains("page_token=")
                .contains("host=" + host);
        assertThat(records(findings)).extracting(row -> row.get("rule")).contains("rbd-cache-without-writeback");
        assertThat(findings.header("Link")).isNull();
        assertThat(file("/api/v1/findings?x=1").statusCode()).isEqualTo(400);
    }

    @Test
    void cellThatASpreadsheetWouldRunIsText() throws Exception {
        Sets.accepted(host, set(QEMU_2_2, CACHE_ON, domain("=cmd|' /C calc'!A0", "vda")));

        assertThat(records(file("/api/v1/disks?host=" + host)).get(0).get("domain"))
                .isEqualTo("'=cmd|' /C calc'!A0");
    }

    @Test
    void summaryKnowsTheReleasesHostsRun() {
        Sets.accepted(
                host, set(Map.of("qemu", "1:2.3+dfsg-5ubuntu9", "librbd", "0.87.9-1"), CACHE_ON, domain("a", "vda")));

        JsonPath summary = get("/api/v1/summary").jsonPath();

        assertThat(summary.<Map<String, Object>>getList("versions.findAll { it.librbd == '0.87.9' }"))
                .containsExactly(Map.of("qemu", "2.3", "librbd", "0.87.9", "hosts", 1, "failing", 0));
        assertThat(summary.getInt("findings.medium")).isPositive();
        assertThat(summary.getList("rules.rule")).contains("rbd-cache-without-writeback");
    }

    @Test
    void hostsAreFoundByAPartOfTheirName() {
        Sets.accepted(host, TWO_DISKS);

        get(
                        "/api/v1/hosts?sort=worst&stale=false&name={part}",
                        host.substring(2).toUpperCase(Locale.ROOT))
                .then()
                .body("items.host", equalTo(List.of(host)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2592001", "4294967296", "-1"})
    void intervalThatIsNoneIsAProblemAndTheDefaultHolds(String seconds) {
        Sets.Doc facts = new Sets.Doc("host-facts", "host-facts.json", "{\"interval_seconds\": " + seconds + "}");

        Response answer = Sets.accepted(host, set(QEMU_2_2, facts, CACHE_ON, domain("a", "vda")));

        assertThat(answer.jsonPath().getString("problems")).contains("interval_seconds");
        assertThat(get("/api/v1/hosts/{host}", host).jsonPath().getInt("interval_seconds"))
                .isEqualTo(3600);
    }

    @ParameterizedTest
    @CsvSource({"mounts, garbage", "block-queue, garbage", "qemu-process, hello", "mdstat, Personalities :"})
    void setOfWhichNothingCanBeJudgedIsNoPass(String kind, String content) {
        Response answer = Sets.accepted(host, set(QEMU_2_2, new Sets.Doc(kind, "/x", content)));

        assertThat(answer.<String>path("verdict")).isEqualTo("UNKNOWN");
    }

    private Response heartbeat(String digest) {
        return given().contentType("application/json")
                .body(Map.of("digest", digest))
                .post("/api/v1/hosts/{host}/heartbeat", host);
    }

    private List<Map<String, Object>> disks(String more) {
        return get("/api/v1/disks?host={host}" + more, host).path("items");
    }

    private static Response file(String address) {
        return given().accept("text/csv").get(address);
    }

    private static List<CSVRecord> records(Response file) throws Exception {
        assertThat(file.contentType()).startsWith("text/csv");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file.asString()))
                .getRecords();
    }
}
