package io.cacheaudit.api;

import static io.cacheaudit.api.Sets.CACHE_OFF;
import static io.cacheaudit.api.Sets.CACHE_ON;
import static io.cacheaudit.api.Sets.QEMU_2_2;
import static io.cacheaudit.api.Sets.domain;
import static io.cacheaudit.api.Sets.freshHost;
import static io.cacheaudit.api.Sets.get;
import static io.cacheaudit.api.Sets.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.app.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What becomes of a host's findings from push to push. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FindingLifeTest {
    private static final String RULE = "rbd-cache-without-writeback";
    private static final Map<String, Object> BROKEN = set(QEMU_2_2, CACHE_ON, domain("vm1", "vda"));
    private static final Map<String, Object> MENDED = set(QEMU_2_2, CACHE_OFF, domain("vm1", "vda"));
    private static final int ROUNDS = 15;

    private final String host = freshHost();

    @Test
    void sameSetAgainChangesLastSeenAndNothingElse() {
        Sets.accepted(host, BROKEN);
        Map<String, Object> hostBefore = get("/api/v1/hosts/{host}", host).path("");
        List<Map<String, Object>> before = findings("");

        Sets.accepted(host, BROKEN);

        Map<String, Object> hostAfter = get("/api/v1/hosts/{host}", host).path("");
        List<Map<String, Object>> after = findings("");
        assertThat(time(hostAfter, "last_seen")).isAfter(time(hostBefore, "last_seen"));
        assertThat(without(hostAfter, "last_seen")).isEqualTo(without(hostBefore, "last_seen"));
        assertThat(before).isNotEmpty();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.size(); i++) {
            assertThat(time(after.get(i), "last_seen")).isAfter(time(before.get(i), "last_seen"));
            assertThat(without(after.get(i), "last_seen")).isEqualTo(without(before.get(i), "last_seen"));
        }
        assertThat(finding().getList("history.what")).containsExactly("OPENED");
    }

    @Test
    void mendedFileClosesTheFindingAndBrokenAgainReopensIt() {
        Sets.accepted(host, BROKEN);
        String firstSeen = finding().getString("first_seen");

        Sets.accepted(host, MENDED);

        JsonPath closed = finding();
        assertThat(closed.getString("closed_at")).isNotNull();
        assertThat(closed.getString("closed_because")).isEqualTo("resolved");
        assertThat(closed.getList("history.what")).containsExactly("OPENED", "CLOSED");
        assertThat(findings("&open=true")).noneMatch(finding -> RULE.equals(finding.get("rule")));
        assertThat(findings("&open=false")).anyMatch(finding -> RULE.equals(finding.get("rule")));

        Sets.accepted(host, BROKEN);

        JsonPath reopened = finding();
        assertThat(reopened.getString("closed_at")).isNull();
        assertThat(reopened.getString("closed_because")).isNull();
        assertThat(reopened.getString("first_seen")).isEqualTo(firstSeen);
        assertThat(reopened.getList("history.what")).containsExactly("OPENED", "CLOSED", "REOPENED");
        assertThat(reopened.getList("history.at", String.class).stream().map(Instant::parse))
                .isSorted();
    }

    @Test
    void diskThatIsGoneClosesItsFindingsAsVanished() {
        Sets.accepted(host, BROKEN);
        Sets.accepted(host, set(QEMU_2_2, CACHE_ON, domain("vm2", "vda")));

        assertThat(findings("&rule=" + RULE + "&open=false")).singleElement().satisfies(finding -> {
            assertThat(finding.get("subject")).isEqualTo("disk:vm1/vda");
            assertThat(finding.get("closed_because")).isEqualTo("subject_vanished");
        });
    }

    @Test
    void versionLeftOutMakesTheFindingUnknownAndDoesNotCloseIt() {
        Sets.accepted(host, BROKEN);
        Sets.accepted(host, set(Map.of("librbd", "0.87.2"), CACHE_ON, domain("vm1", "vda")));

        JsonPath unknown = finding();

        assertThat(unknown.getString("status")).isEqualTo("UNKNOWN");
        assertThat(unknown.getList("missing.name")).contains("versions.qemu");
        assertThat(unknown.getString("closed_at")).isNull();
        assertThat(unknown.getList("history.what")).containsExactly("OPENED", "CHANGED");
        assertThat(unknown.getList("history.status")).containsExactly("FAIL", "UNKNOWN");
    }

    @Test
    void pushesOfOneHostAtOnceLoseAndDoubleNothing() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (Map<String, Object> set : List.of(BROKEN, MENDED)) {
                results.add(threads.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        barrier.await();
                        Sets.accepted(host, set);
                    }
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }

        JsonPath audit = get("/api/v1/hosts/{host}/audit", host).jsonPath();
        JsonPath stored = get("/api/v1/hosts/{host}", host).jsonPath();
        assertThat(stored.getString("digest")).isEqualTo(audit.getString("digest"));
        assertThat(stored.getMap("counts")).isEqualTo(audit.getMap("counts"));
        assertThat(findings("&open=true"))
                .extracting(finding -> finding.get("fingerprint"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(audit.getList("findings.fingerprint"));
        List<String> history = finding().getList("history.what");
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i)).isEqualTo(i == 0 ? "OPENED" : i % 2 == 1 ? "CLOSED" : "REOPENED");
        }
    }

    /** The one finding of the rule, alone and with its history. */
    private JsonPath finding() {
        List<Map<String, Object>> found = findings("&rule=" + RULE);
        assertThat(found).hasSize(1);
        return get("/api/v1/findings/{fingerprint}", String.valueOf(found.get(0).get("fingerprint")))
                .jsonPath();
    }

    private List<Map<String, Object>> findings(String more) {
        return get("/api/v1/findings?limit=1000&host=" + host + more).path("items");
    }

    private static Instant time(Map<String, Object> view, String name) {
        return Instant.parse(String.valueOf(view.get(name)));
    }

    private static Map<String, Object> without(Map<String, Object> view, String name) {
        Map<String, Object> copy = new LinkedHashMap<>(view);
        copy.remove(name);
        return copy;
    }
}
