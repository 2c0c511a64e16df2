package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.StoredFinding;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class FindingRepository implements PanacheRepositoryBase<FindingEntity, String> {

    Optional<FindingEntity> byFingerprint(String fingerprint) {
        return find("from FindingEntity e join fetch e.host where e.fingerprint = ?1", StoredText.encode(fingerprint))
                .firstResultOptional();
    }

    Page<StoredFinding> page(FindingQuery query) {
        Conditions conditions = filter(query);
        long count = Totals.bounded(getEntityManager(), "FindingEntity", conditions);
        String token = query.pageToken();
        if (token != null) {
            after(conditions, query.order(), PageToken.of(token, query.order().name(), 2));
        }
        String text = "from FindingEntity e join fetch e.host where " + conditions.text() + " order by "
                + columns(query.order());
        List<FindingEntity> rows =
                find(text, conditions.parameters()).range(0, query.limit()).list();
        return Totals.page(
                rows, query.limit(), row -> row.toStored(List.of()), row -> token(query.order(), row), count);
    }

    private static Conditions filter(FindingQuery query) {
        Conditions conditions = new Conditions();
        if (query.host() != null) {
            conditions.add("e.host.name = :host", "host", StoredText.encode(query.host()));
        }
        if (query.rule() != null) {
            conditions.add("e.rule = :rule", "rule", StoredText.encode(query.rule()));
        }
        if (query.severity() != null) {
            conditions.add(
                    "e.severityRank = :severity", "severity", query.severity().ordinal());
        }
        if (query.status() != null) {
            conditions.add("e.status = :status", "status", query.status().name());
        }
        if (query.open() != null) {
            conditions.add(query.open() ? "e.closedAt is null" : "e.closedAt is not null");
        }
        return conditions;
    }

    private static String columns(FindingQuery.Order order) {
        return switch (order) {
            case SEVERITY -> "e.severityRank, e.fingerprint";
            case NEWEST -> "e.firstSeen desc, e.fingerprint";
        };
    }

    private static void after(Conditions conditions, FindingQuery.Order order, PageToken token) {
        conditions.parameter("fingerprint", token.key().get(1));
        switch (order) {
            case SEVERITY ->
                conditions.add(
                        "(e.severityRank > :rank or (e.severityRank = :rank and e.fingerprint > :fingerprint))",
                        "rank",
                        token.number(0));
            case NEWEST ->
                conditions.add(
                        "(e.firstSeen < :seen or (e.firstSeen = :seen and e.fingerprint > :fingerprint))",
                        "seen",
                        token.instant(0));
        }
    }

    private static PageToken token(FindingQuery.Order order, FindingEntity last) {
        String first = switch (order) {
            case SEVERITY -> Integer.toString(last.severityRank);
            case NEWEST -> last.firstSeen.toString();
        };
        return new PageToken(order.name(), List.of(first, last.fingerprint));
    }
}
