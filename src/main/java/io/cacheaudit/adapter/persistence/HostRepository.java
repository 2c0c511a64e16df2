package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.finding.Verdict;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class HostRepository implements PanacheRepositoryBase<HostEntity, Long> {
    private static final String LIST = "hosts";

    Optional<HostEntity> named(String name) {
        return find("name", StoredText.encode(name)).firstResultOptional();
    }

    /** The host's row, locked until the transaction ends. */
    HostEntity locked(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).singleResult();
    }

    Page<HostSummary> page(HostQuery query) {
        Conditions conditions = new Conditions();
        Verdict verdict = query.verdict();
        if (verdict != null) {
            conditions.add("e.verdict = :verdict", "verdict", verdict);
        }
        long count = Totals.bounded(getEntityManager(), "HostEntity", conditions);
        String token = query.pageToken();
        if (token != null) {
            conditions.add(
                    "e.name > :after",
                    "after",
                    PageToken.of(token, LIST, 1).key().get(0));
        }
        List<HostEntity> rows = find(
                        "from HostEntity e where " + conditions.text() + " order by e.name", conditions.parameters())
                .range(0, query.limit())
                .list();
        return Totals.page(
                rows, query.limit(), HostEntity::toSummary, last -> new PageToken(LIST, List.of(last.name)), count);
    }

    Map<Verdict, Long> byVerdict() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, 0L);
        }
        getEntityManager()
                .createQuery("select verdict, count(*) from HostEntity group by verdict", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((Verdict) row[0], (Long) row[1]));
        return counts;
    }
}
