package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.DiskQuery;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.StoredDisk;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DiskRepository implements PanacheRepositoryBase<DiskEntity, DiskEntity.Key> {

    Page<StoredDisk> page(DiskQuery query) {
        Conditions conditions = filter(query);
        long count = Totals.bounded(getEntityManager(), "DiskEntity", conditions);
        String token = query.pageToken();
        if (token != null) {
            after(conditions, query.order(), token);
        }
        String text = "from DiskEntity e join fetch e.host where " + conditions.text() + " order by "
                + switch (query.order()) {
                    case HOST -> "e.host.name, e.position";
                    case RISK -> "e.riskRank, e.host.name, e.position";
                };
        List<DiskEntity> rows =
                find(text, conditions.parameters()).range(0, query.limit()).list();
        return Totals.page(rows, query.limit(), DiskEntity::toStored, last -> token(query.order(), last), count);
    }

    private static Conditions filter(DiskQuery query) {
        Conditions conditions = new Conditions();
        equal(conditions, "e.host.name", "host", query.host());
        equal(conditions, "e.domain", "domain", query.domain());
        equal(conditions, "coalesce(e.protocol, e.sourceType)", "protocol", query.protocol());
        equal(conditions, "e.configured", "configured", query.configured());
        equal(conditions, "e.mode", "mode", query.mode());
        equal(conditions, "e.rbdState", "state", query.state());
        if (query.atRisk() != null) {
            conditions.add(
                    switch (query.atRisk()) {
                        case FLUSHED -> "e.flushed <> 'none'";
                        case UNFLUSHED -> "e.unflushed <> 'none'";
                        case NEVER_FLUSHING_GUEST -> "e.neverFlushingGuest <> 'none'";
                    });
        }
        if (query.unknown() != null) {
            String known = "(e.mode is not null and e.flushed is not null and e.unflushed is not null"
                    + " and e.neverFlushingGuest is not null and (e.rbd = false or e.rbdState is not null))";
            conditions.add(query.unknown() ? "not " + known : known);
        }
        return conditions;
    }

    private static void equal(Conditions conditions, String column, String name, @Nullable String value) {
        if (value != null) {
            conditions.add(column + " = :" + name, name, StoredText.encode(value));
        }
    }

    private static void after(Conditions conditions, DiskQuery.Order order, String token) {
        switch (order) {
            case HOST -> {
                PageToken last = PageToken.of(token, list(order), 2);
                conditions.add("(e.host.name, e.position) > (:afterHost, :afterPosition)");
                conditions.parameter("afterHost", last.key().get(0));
                conditions.parameter("afterPosition", last.number(1));
            }
            case RISK -> {
                PageToken last = PageToken.of(token, list(order), 3);
                conditions.add("(e.riskRank, e.host.name, e.position) > (:afterRank, :afterHost, :afterPosition)");
                conditions.parameter("afterRank", last.number(0));
                conditions.parameter("afterHost", last.key().get(1));
                conditions.parameter("afterPosition", last.number(2));
            }
        }
    }

    private static PageToken token(DiskQuery.Order order, DiskEntity last) {
        String position = Integer.toString(last.position);
        return new PageToken(
                list(order),
                switch (order) {
                    case HOST -> List.of(last.host.name, position);
                    case RISK -> List.of(Integer.toString(last.riskRank), last.host.name, position);
                });
    }

    private static String list(DiskQuery.Order order) {
        return "disks " + order.name();
    }
}
