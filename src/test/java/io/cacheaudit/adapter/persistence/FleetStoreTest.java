package io.cacheaudit.adapter.persistence;

import static io.cacheaudit.adapter.persistence.Pushes.CEPH;
import static io.cacheaudit.adapter.persistence.Pushes.T0;
import static io.cacheaudit.adapter.persistence.Pushes.audit;
import static io.cacheaudit.adapter.persistence.Pushes.fail;
import static io.cacheaudit.adapter.persistence.Pushes.finding;
import static io.cacheaudit.adapter.persistence.Pushes.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.app.PostgresForTests;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.AuditStore.Seen;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.FleetSummary;
import io.cacheaudit.audit.FleetSummary.RuleCount;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.PastAudit;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.document.Digest;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.finding.Verdict;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hosts that report, fall silent and are retired, and the fleet in numbers. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FleetStoreTest {
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Instant LAST_FRESH = T0.plus(INTERVAL.multipliedBy(3));
    private static final Instant FIRST_STALE = LAST_FRESH.plusMillis(1);

    @Inject
    AuditStore store;

    @Inject
    FleetStore fleet;

    private final String host = "fleet-" + UUID.randomUUID();
    private final String rule = "rule-" + host;
    private final Finding finding = fail(host, rule, CEPH, Severity.CRITICAL, "cache is on");

    @Test
    void heartbeatOfTheStoredSetMovesLastSeenOfHostAndOpenFindings() {
        String digest = push("a", T0, finding);

        Seen seen = store.seen(host, digest, T0.plusSeconds(60));

        assertThat(seen).isEqualTo(Seen.SAME_SET);
        assertThat(store.host(host).orElseThrow().lastSeen()).isEqualTo(T0.plusSeconds(60));
        assertThat(stored().lastSeen()).isEqualTo(T0.plusSeconds(60));
        assertThat(stored().history()).hasSize(1);
    }

    @Test
    void heartbeatOfAnotherSetIsNotTakenForSeen() {
        push("a", T0, finding);
        String other = Digest.of(set(host, "b"));

        assertThat(store.seen(host, other, T0.plusSeconds(60))).isEqualTo(Seen.OTHER_SET);

        assertThat(store.host(host).orElseThrow().lastSeen()).isEqualTo(T0);
        assertThat(store.seen(host + "x", other, T0)).isEqualTo(Seen.NO_HOST);
    }

    @Test
    void lateHeartbeatDoesNotTurnTimeBack() {
        String digest = push("a", T0.plusSeconds(60), finding);

        store.seen(host, digest, T0);

        assertThat(store.host(host).orElseThrow().lastSeen()).isEqualTo(T0.plusSeconds(60));
    }

    @Test
    void closedFindingKeepsTheTimeItWasLastSeen() {
        String digest = push("a", T0, finding);
        store.seen(host, digest, T0.plusSeconds(60));

        push("b", T0.plusSeconds(120));

        assertThat(stored().lastSeen()).isEqualTo(T0.plusSeconds(60));
        assertThat(stored().closedAt()).isEqualTo(T0.plusSeconds(120));
    }

    @Test
    void passOfAStaleHostCountsAsUnknown() {
        push("a", T0);

        assertThat(hosts(Verdict.PASS, null, LAST_FRESH)).containsExactly(host);
        assertThat(hosts(Verdict.PASS, null, FIRST_STALE)).isEmpty();
        assertThat(hosts(Verdict.UNKNOWN, null, FIRST_STALE)).containsExactly(host);
        assertThat(hosts(null, true, LAST_FRESH)).isEmpty();
        assertThat(hosts(null, true, FIRST_STALE)).containsExactly(host);
        assertThat(hosts(null, false, FIRST_STALE)).isEmpty();
        HostSummary summary = store.host(host).orElseThrow();
        assertThat(summary.standing(LAST_FRESH)).isEqualTo(Verdict.PASS);
        assertThat(summary.standing(FIRST_STALE)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void failOfAStaleHostStaysAFail() {
        push("a", T0, finding);

        assertThat(hosts(Verdict.FAIL, true, FIRST_STALE)).containsExactly(host);
        assertThat(store.host(host).orElseThrow().standing(FIRST_STALE)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void heartbeatMakesAStaleHostFresh() {
        String digest = push("a", T0);

        store.seen(host, digest, FIRST_STALE);

        assertThat(hosts(Verdict.PASS, false, FIRST_STALE)).containsExactly(host);
    }

    @Test
    void retiredHostIsGoneFromListsButItsFindingsKeepTheirHistory() {
        push("a", T0, finding);

        assertThat(store.retire(host, T0.plusSeconds(60))).isTrue();

        assertThat(store.host(host)).isEmpty();
        assertThat(store.documents(host)).isEmpty();
        assertThat(hosts(null, null, T0)).isEmpty();
        assertThat(stored().closedBecause()).isEqualTo("host_retired");
        assertThat(stored().closedAt()).isEqualTo(T0.plusSeconds(60));
        assertThat(stored().lastSeen()).isEqualTo(T0);
        assertThat(fleet.pastAudits(host, 10)).hasSize(1);
        assertThat(store.retire(host, T0.plusSeconds(61))).isFalse();
    }

    @Test
    void sameSetOfARetiredHostBringsItBackWhole() {
        String digest = push("a", T0, finding);
        store.retire(host, T0.plusSeconds(60));
        assertThat(store.seen(host, digest, T0.plusSeconds(61))).isEqualTo(Seen.NO_HOST);

        push("a", T0.plusSeconds(62), finding);

        assertThat(store.host(host).orElseThrow().firstSeen()).isEqualTo(T0);
        assertThat(store.documents(host)).contains(set(host, "a"));
        assertThat(stored().closedAt()).isNull();
        assertThat(stored().history())
                .extracting(StoredFinding.Event::what)
                .containsExactly(
                        StoredFinding.Event.What.OPENED,
                        StoredFinding.Event.What.CLOSED,
                        StoredFinding.Event.What.REOPENED);
    }

    @Test
    void pastAuditsAreNewestFirstAndTheSameSetAddsNone() {
        push("a", T0, finding);
        push("a", T0.plusSeconds(1), finding);
        push("b", T0.plusSeconds(2));

        List<PastAudit> past = fleet.pastAudits(host, 10);

        assertThat(past).extracting(PastAudit::verdict).containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(past.get(1).fails()).containsEntry(Severity.CRITICAL, 1).containsEntry(Severity.HIGH, 0);
        assertThat(past.get(0).digest()).isEqualTo(Digest.of(set(host, "b")));
        assertThat(fleet.pastAudits(host, 1)).hasSize(1);
    }

    @Test
    void summaryCountsRulesByFindingsAndHosts() {
        push("a", T0, finding, finding(host, rule, Subject.HOST, Severity.LOW, Status.UNKNOWN, "x"));
        FleetSummary before = fleet.summary(T0);

        assertThat(before.rules()).contains(new RuleCount(rule, Severity.CRITICAL, 1, 1, 1));
        push("b", T0.plusSeconds(1));
        FleetSummary after = fleet.summary(T0.plusSeconds(1));

        assertThat(after.rules()).extracting(RuleCount::rule).doesNotContain(rule);
        assertThat(after.hosts()).isEqualTo(before.hosts());
        assertThat(after.fails().get(Severity.CRITICAL))
                .isEqualTo(before.fails().getOrDefault(Severity.CRITICAL, 0L) - 1);
        assertThat(after.unknown()).isEqualTo(before.unknown() - 1);
        assertThat(after.verdicts().get(Verdict.FAIL))
                .isEqualTo(before.verdicts().getOrDefault(Verdict.FAIL, 0L) - 1);
    }

    private List<String> hosts(@Nullable Verdict verdict, @Nullable Boolean stale, Instant now) {
        return store.hosts(new HostQuery(host, verdict, stale, HostQuery.Order.NAME, now, 10, null)).items().stream()
                .map(HostSummary::host)
                .toList();
    }

    private StoredFinding stored() {
        return store.finding(finding.fingerprint()).orElseThrow();
    }

    private String push(String cephConf, Instant now, Finding... findings) {
        DocumentSet set = set(host, cephConf);
        store.put(new Audited(set, audit(set, findings), INTERVAL), now);
        return Digest.of(set);
    }
}
