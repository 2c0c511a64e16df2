package io.cacheaudit.api;

import static io.cacheaudit.api.Sets.CACHE_ON;
import static io.cacheaudit.api.Sets.domain;
import static io.cacheaudit.api.Sets.freshHost;
import static io.cacheaudit.api.Sets.get;
import static io.cacheaudit.api.Sets.set;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cacheaudit.app.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers ask of the service: lists, single things, rows, questions and pages. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AnswersTest {
    private static final Path SAMPLE = Path.of("deploy/sample-host");
    private static final Map<String, String> SAMPLE_KINDS = Map.of(
            "etc/nova/nova.conf", "nova.conf",
            "etc/ceph/ceph.conf", "ceph.conf",
            "etc/libvirt/qemu/instance-00000042.xml", "libvirt-domain",
            "etc/libvirt/qemu/instance-00000068.xml", "libvirt-domain",
            "etc/libvirt/qemu/instance-0000006b.xml", "libvirt-domain",
            "etc/libvirt/qemu/instance-00000071.xml", "libvirt-domain",
            "run/libvirt/qemu/instance-00000068.xml", "libvirt-domain",
            "proc/1/mountinfo", "mounts");

    private final String host = freshHost();

    @Test
    void everyFilterOfFindingsHolds() {
        pushWithoutLibrbd();
        List<Map<String, Object>> all = findings("");
        assertThat(all).extracting(finding -> finding.get("status")).contains("FAIL", "UNKNOWN");

        for (String name : List.of("rule", "severity", "status")) {
            for (String value : new TreeSet<>(
                    all.stream().map(one -> String.valueOf(one.get(name))).toList())) {
                assertThat(findings("&" + name + "=" + value))
                        .containsExactlyElementsOf(all.stream()
                                .filter(finding -> value.equals(finding.get(name)))
                                .toList());
            }
        }
        assertThat(findings("&open=true")).isEqualTo(all);
        assertThat(findings("&open=false")).isEmpty();
        assertThat(findings("&sort=newest")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(findings("&rule=no-such-rule")).isEmpty();
        assertThat(this.<Object>items("/api/v1/findings?host=never-seen")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"severity", "newest"})
    void pagesOfFindingsHaveNoGapAndNoRepeat(String sort) {
        pushWithoutLibrbd();
        List<Map<String, Object>> all = findings("&sort=" + sort);
        int limit = (all.size() + 2) / 3;
        assertThat(limit).isGreaterThan(1);

        List<Map<String, Object>> paged = new ArrayList<>();
        int pages = 0;
        String token = null;
        do {
            JsonPath page = page("/api/v1/findings?host=" + host + "&sort=" + sort + "&limit=" + limit, token);
            assertThat(page.getInt("total.count")).isEqualTo(all.size());
            assertThat(page.getString("total.type")).isEqualTo("EXACT");
            paged.addAll(page.getList("items"));
            token = page.getString("next_page_token");
            pages++;
        } while (token != null);

        assertThat(pages).isEqualTo(3);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void pagesOfHostsHaveNoGapAndNoRepeat() {
        for (int i = 0; i < 5; i++) {
            Sets.accepted(host + "-" + i, set(Sets.QEMU_2_2, CACHE_ON));
        }
        List<String> paged = new ArrayList<>();
        String token = null;
        do {
            JsonPath page = page("/api/v1/hosts?limit=2", token);
            paged.addAll(page.getList("items.host"));
            token = page.getString("next_page_token");
        } while (token != null);

        assertThat(paged).isSorted().doesNotHaveDuplicates();
        assertThat(paged).filteredOn(name -> name.startsWith(host)).hasSize(5);
        get("/api/v1/hosts?verdict=PASS&limit=1000").then().body("items.verdict", everyItem(equalTo("PASS")));
    }

    @Test
    void findingIsServedAloneWithItsHistory() {
        pushWithoutLibrbd();
        Map<String, Object> listed = findings("&status=FAIL").get(0);

        get("/api/v1/findings/{fingerprint}", String.valueOf(listed.get("fingerprint")))
                .then()
                .body("host", equalTo(host))
                .body("rule", equalTo(listed.get("rule")))
                .body("evidence", equalTo(listed.get("evidence")))
                .body("history", hasSize(1))
                .body("history[0].what", equalTo("OPENED"))
                .body("history[0].at", equalTo(listed.get("first_seen")));
        assertThat(listed).doesNotContainKey("history");
    }

    @Test
    void everyRowThatAnAuditNamesIsServed() throws IOException {
        Sets.accepted(host, sample());
        Set<String> rows = new TreeSet<>();
        collectRows(get("/api/v1/hosts/{host}/audit", host).path(""), rows);

        assertThat(rows).hasSizeGreaterThan(5);
        for (String row : rows) {
            get("/api/v1/precedence/{row}", row)
                    .then()
                    .body("id", equalTo(row))
                    .body("table", not(equalTo("")))
                    .body("range", notNullValue())
                    .body("sources", hasSize(greaterThan(0)));
        }
    }

    @Test
    void everyRuleOfTheListIsServedAlone() {
        Response rules = get("/api/v1/rules");
        List<Map<String, Object>> items = rules.path("items");

        assertThat(items).isNotEmpty();
        assertThat(rules.<Integer>path("total.count")).isEqualTo(items.size());
        items.forEach(rule -> assertThat(get("/api/v1/rules/{id}", String.valueOf(rule.get("id")))
                        .<Map<String, Object>>path(""))
                .isEqualTo(rule));
        assertThat(get("/api/v1/hosts?limit=1").<Object>path("items[0].rule_pack"))
                .isNotNull();
    }

    @Test
    void lookupsAnswerOneQuestionAndMany() {
        Map<String, Object> question = Map.of(
                "ask", "ceph-option",
                "librbd", "0.87.2",
                "option", "rbd_cache",
                "content", "[client]\nrbd cache = false\n");
        Map<String, Object> answer = lookup(question).path("");
        assertThat(answer).containsEntry("value", false).containsEntry("line", 2);

        Map<String, Object> unknown = new HashMap<>(question);
        unknown.put("ask", "ceph-optoin");
        lookup(Map.of("questions", List.of(question, unknown)))
                .then()
                .body("answers[0]", equalTo(answer))
                .body("answers[1].problem", containsString("did you mean \"ceph-option\"?"));
    }

    @Test
    void healthMetricsAndOpenApiAreServed() {
        get("/q/health").then().body("status", equalTo("UP"));
        get("/q/health/ready").then().body("status", equalTo("UP"));
        assertThat(get("/q/metrics").asString()).contains("http_server_requests");
        get("/q/openapi?format=json").then().body("paths", hasKey("/api/v1/hosts/{host}/documents"));
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/hosts/{host}, 200", "/hosts/never-seen, 404"})
    void pagesRunNoScriptButTheirOwn(String address, int status) throws IOException {
        Sets.accepted(host, sample());

        Response page = given().get(address.replace("{host}", host));

        page.then().statusCode(status).contentType(startsWith("text/html"));
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Sets.withoutOwnScript(page.asString())).doesNotContainIgnoringCase("<script", "style=\"", "onclick");
    }

    private void pushWithoutLibrbd() {
        Map<String, String> versions = Map.of("qemu", "2.2.0", "nova", "1:2015.1.4-0ubuntu2", "oslo_config", "1.9.3");
        Sets.Doc nova = new Sets.Doc("nova.conf", "/etc/nova/nova.conf", "[libvirt]\ndisk_cachemode = network=none\n");
        Sets.accepted(host, set(versions, nova, CACHE_ON, domain("vm1", "vda", "vdb"), domain("vm2", "vda")));
    }

    private List<Map<String, Object>> findings(String more) {
        return items("/api/v1/findings?limit=1000&host=" + host + more);
    }

    private <T> List<T> items(String address) {
        return get(address).path("items");
    }

    private static JsonPath page(String address, @Nullable String token) {
        return get(token == null ? address : address + "&page_token=" + token).jsonPath();
    }

    private static Response lookup(Map<String, Object> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/lookups")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static Map<String, Object> sample() throws IOException {
        List<Sets.Doc> documents = new ArrayList<>();
        for (Map.Entry<String, String> each : SAMPLE_KINDS.entrySet()) {
            String content = Files.readString(SAMPLE.resolve(each.getKey()));
            documents.add(new Sets.Doc(each.getValue(), "/" + each.getKey(), content));
        }
        Map<String, String> versions =
                new JsonPath(SAMPLE.resolve("versions.json").toFile()).getMap("");
        return set(versions, documents.toArray(Sets.Doc[]::new));
    }

    private static void collectRows(@Nullable Object json, Set<String> rows) {
        if (json instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                if ("row".equals(name) && value instanceof String row) {
                    rows.add(row);
                }
                collectRows(value, rows);
            });
        } else if (json instanceof List<?> items) {
            items.forEach(item -> collectRows(item, rows));
        }
    }
}
