package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;

/** Pages of lists, and totals that never cost more than counting to a bound. */
final class Totals {
    private static final int EXACT_UP_TO = 10_000;

    private Totals() {}

    /** How many rows of an entity fulfil conditions, or one more than are counted exactly. */
    static long bounded(EntityManager entities, String entity, Conditions conditions) {
        TypedQuery<Integer> query =
                entities.createQuery("select 1 from " + entity + " e where " + conditions.text(), Integer.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(EXACT_UP_TO + 1).getResultList().size();
    }

    /** A page, from one row more than it shows where there is one. */
    static <E, T> Page<T> page(List<E> rows, int limit, Function<E, T> item, Function<E, PageToken> token, long count) {
        boolean more = rows.size() > limit;
        List<E> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(item).toList(),
                more ? token.apply(shown.get(limit - 1)).text() : null,
                Math.min(count, EXACT_UP_TO),
                count <= EXACT_UP_TO);
    }
}
