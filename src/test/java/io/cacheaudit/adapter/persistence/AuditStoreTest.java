package io.cacheaudit.adapter.persistence;

import static io.cacheaudit.adapter.persistence.Pushes.CEPH;
import static io.cacheaudit.adapter.persistence.Pushes.T0;
import static io.cacheaudit.adapter.persistence.Pushes.audit;
import static io.cacheaudit.adapter.persistence.Pushes.fail;
import static io.cacheaudit.adapter.persistence.Pushes.finding;
import static io.cacheaudit.adapter.persistence.Pushes.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cacheaudit.app.PostgresForTests;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.audit.StoredFinding.Event.What;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.rule.PackId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AuditStoreTest {
    private static final Instant T1 = T0.plusSeconds(60);
    private static final Instant T2 = T0.plusSeconds(120);

    @Inject
    AuditStore store;

    @Inject
    DataSource database;

    private final String host = "host-" + UUID.randomUUID();
    private final Finding finding = fail(host, "rule-a", CEPH, Severity.HIGH, "cache is on");

    @Test
    void firstPushOpensItsFindings() {
        DocumentSet set = set(host, "[client]\n");

        store.put(new Audited(set, audit(set, finding), Audited.DEFAULT_INTERVAL), T0);

        StoredFinding stored = store.finding(finding.fingerprint()).orElseThrow();
        assertThat(stored.finding()).isEqualTo(finding);
        assertThat(stored.host()).isEqualTo(host);
        assertThat(stored.firstSeen()).isEqualTo(T0);
        assertThat(stored.lastSeen()).isEqualTo(T0);
        assertThat(stored.closedAt()).isNull();
        assertThat(stored.history())
                .containsExactly(new StoredFinding.Event(T0, What.OPENED, "FAIL", "high", "cache is on"));
        assertThat(store.documents(host)).contains(set);
    }

    @Test
    void hostIsListedWithItsNewestAudit() {
        DocumentSet set = set(host, "[client]\n");

        store.put(new Audited(set, audit(set, finding), Audited.DEFAULT_INTERVAL), T0);

        var summary = store.host(host).orElseThrow();
        assertThat(summary.counts()).isEqualTo(audit(set, finding).counts());
        assertThat(summary.digest()).isEqualTo(audit(set).digest());
        assertThat(summary.pack()).isEqualTo(Pushes.PACK);
        assertThat(summary.versions()).isEqualTo(Map.of("qemu", "2.2.0"));
        assertThat(summary.interval()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void sameSetAgainChangesNothingButLastSeen() {
        DocumentSet set = set(host, "[client]\n");
        store.put(new Audited(set, audit(set, finding), Audited.DEFAULT_INTERVAL), T0);
        StoredFinding before = store.finding(finding.fingerprint()).orElseThrow();

        store.put(new Audited(set, audit(set, finding), Audited.DEFAULT_INTERVAL), T1);

        StoredFinding after = store.finding(finding.fingerprint()).orElseThrow();
        assertThat(after).isEqualTo(new StoredFinding(host, before.finding(), T0, T1, null, null, before.history()));
        assertThat(store.host(host).orElseThrow().lastSeen()).isEqualTo(T1);
        assertThat(store.host(host).orElseThrow().firstSeen()).isEqualTo(T0);
        assertThat(store.host(host).orElseThrow().auditedAt()).isEqualTo(T0);
    }

    @Test
    void sameSetUnderOtherRulesIsAuditedAgain() {
        DocumentSet set = set(host, "[client]\n");
        store.put(new Audited(set, audit(set, finding), Audited.DEFAULT_INTERVAL), T0);
        PackId other = new PackId("cache-audit", "2", "sha256:" + "b".repeat(64));

        store.put(new Audited(set, audit(set, other, List.of()), Audited.DEFAULT_INTERVAL), T1);

        assertThat(store.finding(finding.fingerprint()).orElseThrow().closedAt())
                .isEqualTo(T1);
        assertThat(store.host(host).orElseThrow().pack()).isEqualTo(other);
    }

    @Test
    void failThatBecomesUnknownChangesAndStaysOpen() {
        push("a", T0, finding);

        push("b", T1, finding(host, "rule-a", CEPH, Severity.HIGH, Status.UNKNOWN, "cannot be told"));

        StoredFinding stored = store.finding(finding.fingerprint()).orElseThrow();
        assertThat(stored.closedAt()).isNull();
        assertThat(stored.firstSeen()).isEqualTo(T0);
        assertThat(stored.finding().status()).isEqualTo(Status.UNKNOWN);
        assertThat(stored.history()).extracting(StoredFinding.Event::what).containsExactly(What.OPENED, What.CHANGED);
        assertThat(stored.history().get(1).status()).isEqualTo("UNKNOWN");
    }

    @Test
    void vanishedFindingIsClosedAsResolvedWhileItsSubjectIsThere() {
        push("a", T0, finding);

        push("b", T1);

        StoredFinding stored = store.finding(finding.fingerprint()).orElseThrow();
        assertThat(stored.closedAt()).isEqualTo(T1);
        assertThat(stored.closedBecause()).isEqualTo("resolved");
        assertThat(stored.lastSeen()).isEqualTo(T0);
    }

    @Test
    void findingOfADiskThatIsGoneIsClosedBecauseOfThat() {
        Finding ofDisk = fail(host, "rule-a", Subject.disk("vm", "vda"), Severity.HIGH, "x");
        push("a", T0, ofDisk);

        push("b", T1);

        assertThat(store.finding(ofDisk.fingerprint()).orElseThrow().closedBecause())
                .isEqualTo("subject_vanished");
    }

    @Test
    void returningFindingIsReopenedWithItsHistory() {
        push("a", T0, finding);
        push("b", T1);

        push("a", T2, finding);

        StoredFinding stored = store.finding(finding.fingerprint()).orElseThrow();
        assertThat(stored.closedAt()).isNull();
        assertThat(stored.closedBecause()).isNull();
        assertThat(stored.firstSeen()).isEqualTo(T0);
        assertThat(stored.history())
                .extracting(StoredFinding.Event::what)
                .containsExactly(What.OPENED, What.CLOSED, What.REOPENED);
        assertThat(stored.history()).extracting(StoredFinding.Event::at).containsExactly(T0, T1, T2);
    }

    @Test
    void setComesBackAsItWasWhateverItHolds() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 0, (byte) 0xFF, '\r', '\n'};
        DocumentSet set = new DocumentSet(
                host,
                Map.of("kernel", "5.4\u0000\u001A"),
                List.of(
                        new Document(Kind.NOVA_CONF, "z", Presence.PRESENT, new byte[0], "0640", "root:nova"),
                        new Document(Kind.NOVA_CONF, "a", Presence.UNREADABLE, new byte[0], null, null),
                        new Document(Kind.CEPH_CONF, "p\u0000q\uD800", Presence.PRESENT, bytes, null, null),
                        new Document(Kind.CEPH_CONF, "r", Presence.ABSENT, new byte[0], null, null)));
        Finding odd =
                fail(host, "rule-a", Subject.setting("p\u0000", "s", "k\uDC00"), Severity.LOW, "m\u0000\uD83D\uDE00");

        store.put(new Audited(set, audit(set, odd), Audited.DEFAULT_INTERVAL), T0);

        assertThat(store.documents(host)).contains(set);
        assertThat(store.finding(odd.fingerprint()).orElseThrow().finding()).isEqualTo(odd);
    }

    @Test
    void contentThatNoHostHoldsIsDeleted() throws Exception {
        String shared = "shared " + host;
        DocumentSet other = set(host + "-2", shared);
        push(shared, T0);
        store.put(new Audited(other, audit(other), Audited.DEFAULT_INTERVAL), T0);
        push("x " + host, T1);
        assertThat(contents(shared)).isEqualTo(1);

        DocumentSet changed = set(host + "-2", "y " + host);
        store.put(new Audited(changed, audit(changed), Audited.DEFAULT_INTERVAL), T1);

        assertThat(contents(shared)).isZero();
    }

    @Test
    void pushThatFailsLeavesNothing() {
        push("a", T0, finding);
        Finding refused = fail("other", "rule-b", CEPH, Severity.LOW, "x");
        Finding broken = new Finding(
                "rule-b",
                refused.severity(),
                refused.status(),
                CEPH,
                "not a fingerprint",
                "x",
                "",
                "",
                refused.fixRisk(),
                false,
                List.of(),
                List.of());

        assertThatThrownBy(() -> push("b", T1, broken)).isInstanceOf(AuditStore.StoreException.class);

        assertThat(store.documents(host)).contains(set(host, "a"));
        assertThat(store.host(host).orElseThrow().lastSeen()).isEqualTo(T0);
        assertThat(store.finding(finding.fingerprint()).orElseThrow().closedAt())
                .isNull();
    }

    @Test
    void failedFirstPushLeavesNoHost() {
        Finding broken = new Finding(
                "r",
                Severity.LOW,
                Status.FAIL,
                CEPH,
                "none",
                "",
                "",
                "",
                finding.fixRisk(),
                false,
                List.of(),
                List.of());

        assertThatThrownBy(() -> push("b", T1, broken)).isInstanceOf(AuditStore.StoreException.class);

        assertThat(store.host(host)).isEmpty();
        assertThat(store.documents(host)).isEmpty();
    }

    @Test
    void tensOfThousandsOfFindingsArePushedInSeconds() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            many.add(fail(host, "rule-" + i % 3, Subject.disk("vm" + i, "vda"), Severity.MEDIUM, "message " + i));
        }
        DocumentSet set = set(host, "many");
        Instant start = Instant.now();

        store.put(new Audited(set, audit(set, Pushes.PACK, many), Audited.DEFAULT_INTERVAL), T0);
        store.put(new Audited(set, audit(set, Pushes.PACK, many), Audited.DEFAULT_INTERVAL), T1);
        push("none", T2);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
        var page =
                store.findings(new FindingQuery(host, null, null, null, false, FindingQuery.Order.SEVERITY, 1, null));
        assertThat(page.count()).isEqualTo(10_000);
        assertThat(page.exact()).isFalse();
    }

    @Test
    void auditOfAnotherHostIsRefused() {
        assertThatThrownBy(() ->
                        store.put(new Audited(set(host, "a"), audit(set("other", "a")), Audited.DEFAULT_INTERVAL), T0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void push(String cephConf, Instant now, Finding... findings) {
        DocumentSet set = set(host, cephConf);
        store.put(new Audited(set, audit(set, findings), Audited.DEFAULT_INTERVAL), now);
    }

    private long contents(String text) throws Exception {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT count(*) FROM document_content WHERE content = ?")) {
            query.setBytes(1, text.getBytes(StandardCharsets.UTF_8));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
