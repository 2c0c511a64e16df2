package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.finding.Verdict;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class HostRepository implements PanacheRepositoryBase<HostEntity, Long> {
    Optional<HostEntity> named(String name) {
        return find("name = ?1 and retiredAt is null", StoredText.encode(name)).firstResultOptional();
    }

    /**
     * The host's row, locked until the transaction ends, retired or not. A row that the transaction has read before is
     * not read again behind the lock, so this comes first.
     */
    Optional<HostEntity> locked(String name) {
        return find("name", StoredText.encode(name))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Page<HostSummary> page(HostQuery query) {
        Conditions conditions = filter(query);
        long count = Totals.bounded(getEntityManager(), "HostEntity", conditions);
        String token = query.pageToken();
        if (token != null) {
            after(conditions, query.order(), token);
        }
        List<HostEntity> rows = find(
                        "from HostEntity e where " + conditions.text() + " order by " + columns(query.order()),
                        conditions.parameters())
                .range(0, query.limit())
                .list();
        return Totals.page(rows, query.limit(), HostEntity::toSummary, last -> token(query.order(), last), count);
    }

    private static Conditions filter(HostQuery query) {
        Conditions conditions = new Conditions();
        conditions.add("e.retiredAt is null");
        if (query.name() != null) {
            conditions.add("locate(:name, e.name) > 0", "name", StoredText.encode(query.name()));
        }
        Verdict verdict = query.verdict();
        if (verdict != null) {
            conditions.add(
                    switch (verdict) {
                        case FAIL -> "e.verdict = FAIL";
                        case UNKNOWN -> "(e.verdict = UNKNOWN or (e.verdict = PASS and e.staleAt < :now))";
                        case PASS -> "e.verdict = PASS and e.staleAt >= :now";
                    });
        }
        if (query.stale() != null) {
            conditions.add(query.stale() ? "e.staleAt < :now" : "e.staleAt >= :now");
        }
        if (query.stale() != null || (verdict != null && verdict != Verdict.FAIL)) {
            conditions.parameter("now", query.now());
        }
        return conditions;
    }

    private static String columns(HostQuery.Order order) {
        return switch (order) {
            case NAME -> "e.name";
            case WORST -> "-e.critical, -e.high, -e.medium, -e.unknown, e.name";
            case SEEN -> "e.lastSeen, e.name";
        };
    }

    private static void after(Conditions conditions, HostQuery.Order order, String token) {
        switch (order) {
            case NAME ->
                conditions.add(
                        "e.name > :name0",
                        "name0",
                        PageToken.of(token, list(order), 1).key().get(0));
            case WORST -> {
                PageToken last = PageToken.of(token, list(order), 5);
                conditions.add("(-e.critical, -e.high, -e.medium, -e.unknown, e.name)"
                        + " > (:critical, :high, :medium, :unknown, :name0)");
                conditions.parameter("critical", last.number(0));
                conditions.parameter("high", last.number(1));
                conditions.parameter("medium", last.number(2));
                conditions.parameter("unknown", last.number(3));
                conditions.parameter("name0", last.key().get(4));
            }
            case SEEN -> {
                PageToken last = PageToken.of(token, list(order), 2);
                conditions.add("(e.lastSeen, e.name) > (:seen, :name0)", "seen", last.instant(0));
                conditions.parameter("name0", last.key().get(1));
            }
        }
    }

    private static PageToken token(HostQuery.Order order, HostEntity last) {
        return new PageToken(
                list(order),
                switch (order) {
                    case NAME -> List.of(last.name);
                    case WORST ->
                        List.of(
                                Integer.toString(-last.critical),
                                Integer.toString(-last.high),
                                Integer.toString(-last.medium),
                                Integer.toString(-last.unknown),
                                last.name);
                    case SEEN -> List.of(last.lastSeen.toString(), last.name);
                });
    }

    private static String list(HostQuery.Order order) {
        return "hosts " + order.name();
    }
}
