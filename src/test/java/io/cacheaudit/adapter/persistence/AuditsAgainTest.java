package io.cacheaudit.adapter.persistence;

import static io.cacheaudit.adapter.persistence.Pushes.CEPH;
import static io.cacheaudit.adapter.persistence.Pushes.PACK;
import static io.cacheaudit.adapter.persistence.Pushes.T0;
import static io.cacheaudit.adapter.persistence.Pushes.audit;
import static io.cacheaudit.adapter.persistence.Pushes.fail;
import static io.cacheaudit.adapter.persistence.Pushes.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.app.PostgresForTests;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.HostAudits;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.rule.PackId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A changed rule pack: stored sets are audited again, and nobody counts as seen for it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AuditsAgainTest {
    private static final PackId NEXT = new PackId("cache-audit", "2", "sha256:" + "b".repeat(64));

    @Inject
    AuditStore store;

    private final String host = "again-" + UUID.randomUUID();
    private final Finding old = fail(host, "rule-of-pack-1", CEPH, Severity.HIGH, "old");
    private final Finding found = fail(host, "rule-of-pack-2", CEPH, Severity.LOW, "found");

    private final List<String> failed = new ArrayList<>();

    @Test
    void hostsOfAnotherPackAreAuditedFromTheirStoredSet() {
        DocumentSet set = set(host, "[client]\n");
        store.put(new Audited(set, audit(set, old), Audited.DEFAULT_INTERVAL), T0);

        audits(NEXT, found).again(NEXT, failed::add);

        assertThat(store.host(host).orElseThrow().pack()).isEqualTo(NEXT);
        assertThat(store.host(host).orElseThrow().lastSeen()).isEqualTo(T0);
        assertThat(store.documents(host)).contains(set);
        assertThat(store.finding(old.fingerprint()).orElseThrow().closedAt()).isNotNull();
        assertThat(store.finding(found.fingerprint()).orElseThrow().closedAt()).isNull();
    }

    @Test
    void hostsOfThisPackAreLeftAlone() {
        DocumentSet set = set(host, "[client]\n");
        store.put(new Audited(set, audit(set, old), Audited.DEFAULT_INTERVAL), T0);

        audits(PACK, found).again(PACK, failed::add);

        assertThat(store.finding(old.fingerprint()).orElseThrow().closedAt()).isNull();
        assertThat(store.finding(found.fingerprint())).isEmpty();
    }

    @Test
    void aSetThatArrivedMeanwhileStays() {
        DocumentSet before = set(host, "[client]\n");
        DocumentSet newer = set(host, "[global]\n");
        store.put(new Audited(newer, audit(newer, old), Audited.DEFAULT_INTERVAL), T0);

        store.putAgain(
                new Audited(before, audit(before, NEXT, List.of(found)), Audited.DEFAULT_INTERVAL),
                audit(before).digest());

        assertThat(store.documents(host)).contains(newer);
        assertThat(store.host(host).orElseThrow().pack()).isEqualTo(PACK);
    }

    /** An auditor of one host; every other host of the database it finds nothing wrong with. */
    private HostAudits audits(PackId pack, Finding finding) {
        return new HostAudits(
                (set, at) -> new Audited(
                        set,
                        audit(set, pack, set.host().equals(host) ? List.of(finding) : List.of()),
                        Audited.DEFAULT_INTERVAL),
                store,
                Clock.fixed(T0.plus(Duration.ofDays(1)), ZoneOffset.UTC));
    }
}
