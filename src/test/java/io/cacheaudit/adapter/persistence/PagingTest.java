package io.cacheaudit.adapter.persistence;

import static io.cacheaudit.adapter.persistence.Pushes.T0;
import static io.cacheaudit.adapter.persistence.Pushes.audit;
import static io.cacheaudit.adapter.persistence.Pushes.fail;
import static io.cacheaudit.adapter.persistence.Pushes.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cacheaudit.app.PostgresForTests;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.BadPageToken;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PagingTest {
    @Inject
    AuditStore store;

    @ParameterizedTest
    @EnumSource(FindingQuery.Order.class)
    void pagesOfFindingsHaveNoGapAndNoRepeat(FindingQuery.Order order) {
        String host = "host-" + UUID.randomUUID();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            findings.add(fail(host, "rule", Subject.disk("vm" + i, "vda"), Severity.values()[i % 5], "x"));
        }
        for (int push = 1; push <= 5; push++) {
            DocumentSet set = set(host, "push " + push);
            store.put(
                    new Audited(set, audit(set, Pushes.PACK, findings.subList(0, push * 5)), Audited.DEFAULT_INTERVAL),
                    T0.plusSeconds(push));
        }

        List<StoredFinding> all = new ArrayList<>();
        String token = null;
        do {
            Page<StoredFinding> page = store.findings(new FindingQuery(host, null, null, null, true, order, 4, token));
            assertThat(page.count()).isEqualTo(25);
            assertThat(page.exact()).isTrue();
            all.addAll(page.items());
            token = page.nextPageToken();
        } while (token != null);

        assertThat(all).hasSize(25);
        Comparator<StoredFinding> first = switch (order) {
            case SEVERITY -> Comparator.comparing(stored -> stored.finding().severity());
            case NEWEST -> Comparator.comparing(StoredFinding::firstSeen).reversed();
        };
        assertThat(all)
                .isSortedAccordingTo(
                        first.thenComparing(stored -> stored.finding().fingerprint()));
    }

    @ParameterizedTest
    @EnumSource(HostQuery.Order.class)
    void pagesOfHostsHaveNoGapAndNoRepeat(HostQuery.Order order) {
        String prefix = "paging-" + UUID.randomUUID();
        for (int i = 0; i < 11; i++) {
            DocumentSet set = set(prefix + "-" + i, "x");
            List<Finding> findings = new ArrayList<>();
            for (int n = 0; n < i % 4; n++) {
                Severity severity = i < 6 ? Severity.CRITICAL : Severity.HIGH;
                findings.add(fail(set.host(), "rule-" + n, Subject.HOST, severity, "x"));
            }
            Instant seen = T0.plusSeconds(i * 7 % 11);
            store.put(new Audited(set, audit(set, Pushes.PACK, findings), Audited.DEFAULT_INTERVAL), seen);
        }

        List<HostSummary> all = new ArrayList<>();
        String token = null;
        do {
            Page<HostSummary> page = store.hosts(new HostQuery(prefix, null, null, order, T0, 3, token));
            assertThat(page.count()).isEqualTo(11);
            all.addAll(page.items());
            token = page.nextPageToken();
        } while (token != null);

        Comparator<HostSummary> byName = Comparator.comparing(HostSummary::host);
        Comparator<HostSummary> byOrder = switch (order) {
            case NAME -> byName;
            case WORST ->
                Comparator.comparing((HostSummary host) -> -fails(host, Severity.CRITICAL))
                        .thenComparing(host -> -fails(host, Severity.HIGH))
                        .thenComparing(byName);
            case SEEN -> Comparator.comparing(HostSummary::lastSeen).thenComparing(byName);
        };
        assertThat(all).hasSize(11).isSortedAccordingTo(byOrder);
    }

    private static int fails(HostSummary host, Severity severity) {
        return host.counts().fails().getOrDefault(severity, 0);
    }

    @Test
    void everyFilterOfFindingsHolds() {
        String host = "host-" + UUID.randomUUID();
        DocumentSet set = set(host, "x");
        Finding wanted = fail(host, "rule-" + host, Subject.HOST, Severity.INFO, "x");
        store.put(
                new Audited(
                        set,
                        audit(set, wanted, fail(host, "other", Subject.HOST, Severity.INFO, "x")),
                        Audited.DEFAULT_INTERVAL),
                T0);

        Page<StoredFinding> page = store.findings(new FindingQuery(
                host, wanted.rule(), Severity.INFO, Status.FAIL, true, FindingQuery.Order.NEWEST, 10, null));

        assertThat(page.items()).extracting(StoredFinding::finding).containsExactly(wanted);
        assertThat(store.findings(new FindingQuery(host, null, null, null, false, FindingQuery.Order.NEWEST, 10, null))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "aG9zdHM", "bm9uc2Vuc2UKYQpi", "U0VWRVJJVFkKeApi", "U0VWRVJJVFkKMQoA"})
    void tokenOfNoPageIsRefused(String token) {
        FindingQuery query = new FindingQuery(null, null, null, null, null, FindingQuery.Order.SEVERITY, 10, token);

        assertThatThrownBy(() -> store.findings(query)).isInstanceOf(BadPageToken.class);
    }
}
