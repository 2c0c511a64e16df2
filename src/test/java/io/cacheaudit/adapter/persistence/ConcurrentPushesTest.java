package io.cacheaudit.adapter.persistence;

import static io.cacheaudit.adapter.persistence.Pushes.CEPH;
import static io.cacheaudit.adapter.persistence.Pushes.T0;
import static io.cacheaudit.adapter.persistence.Pushes.audit;
import static io.cacheaudit.adapter.persistence.Pushes.fail;
import static io.cacheaudit.adapter.persistence.Pushes.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.cacheaudit.app.PostgresForTests;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.audit.StoredFinding.Event.What;
import io.cacheaudit.document.Digest;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConcurrentPushesTest {
    private static final int ROUNDS = 40;
    private static final int THREADS = 4;

    @Inject
    AuditStore store;

    @Test
    void pushesOfOneHostAtOnceComeOneAfterTheOther() throws Exception {
        String host = "host-" + UUID.randomUUID();
        Finding always = fail(host, "always", CEPH, Severity.HIGH, "x");

        atOnce((thread, round) -> {
            Finding own = fail(host, "rule-" + thread, CEPH, Severity.LOW, "x");
            DocumentSet set = set(host, "thread " + thread + " of " + host);
            store.put(new Audited(set, audit(set, always, own), Audited.DEFAULT_INTERVAL), T0.plusSeconds(round));
        });

        assertThat(history(always)).containsExactly(What.OPENED);
        List<StoredFinding> open = store.findings(
                        new FindingQuery(host, null, null, null, true, FindingQuery.Order.SEVERITY, 100, null))
                .items();
        DocumentSet last = store.documents(host).orElseThrow();
        assertThat(open).hasSize(2);
        String winner = open.get(1).finding().rule().replace("rule-", "thread ");
        assertThat(last.documents().get(0).text()).isEqualTo(winner + " of " + host);
        for (int thread = 0; thread < THREADS; thread++) {
            List<What> history = history(fail(host, "rule-" + thread, CEPH, Severity.LOW, "x"));
            for (int i = 0; i < history.size(); i++) {
                What expected = i == 0 ? What.OPENED : i % 2 == 1 ? What.CLOSED : What.REOPENED;
                assertThat(history.get(i)).isEqualTo(expected);
            }
        }
    }

    @Test
    void hostsThatTakeOverEachOthersContentsNeverLoseOne() throws Exception {
        String prefix = "host-" + UUID.randomUUID();

        atOnce((thread, round) -> {
            DocumentSet set = set(prefix + "-" + thread, prefix + (round + thread) % 3);
            store.put(new Audited(set, audit(set), Audited.DEFAULT_INTERVAL), T0.plusSeconds(round));
        });

        for (int thread = 0; thread < THREADS; thread++) {
            String host = prefix + "-" + thread;
            assertThat(store.documents(host)).contains(set(host, prefix + (ROUNDS - 1 + thread) % 3));
        }
    }

    @Test
    void heartbeatsAndRetirementsDuringPushesTurnNothingBack() throws Exception {
        String host = "host-" + UUID.randomUUID();
        String first = Digest.of(set(host, "a"));

        atOnce((thread, round) -> {
            Instant now = T0.plusSeconds(round);
            if (thread == 0) {
                DocumentSet set = set(host, round % 2 == 0 ? "a" : "b" + round);
                store.put(new Audited(set, audit(set), Audited.DEFAULT_INTERVAL), now);
            } else if (thread == 1 && round % 5 == 0) {
                store.retire(host, now);
            } else {
                store.seen(host, first, now);
            }
        });
        DocumentSet last = set(host, "last");
        store.put(new Audited(last, audit(last), Audited.DEFAULT_INTERVAL), T0.plusSeconds(ROUNDS));

        assertThat(store.host(host).orElseThrow().digest()).isEqualTo(Digest.of(last));
        assertThat(store.documents(host)).contains(last);
    }

    private List<What> history(Finding finding) {
        return store.finding(finding.fingerprint()).orElseThrow().history().stream()
                .map(StoredFinding.Event::what)
                .toList();
    }

    private static void atOnce(Push push) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier barrier = new CyclicBarrier(THREADS);
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                results.add(executor.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        barrier.await();
                        push.push(thread, round);
                    }
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private interface Push {
        void push(int thread, int round);
    }
}
