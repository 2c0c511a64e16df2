package io.cacheaudit.audit;

import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which findings a list shows; null means any.
 *
 * @param open true for open findings only, false for closed ones only
 * @param order the one column the list is sorted by, before the fingerprint
 * @param limit 1 to 1000
 * @param pageToken where to go on, as the page before gave it
 */
public record FindingQuery(
        @Nullable String host,
        @Nullable String rule,
        @Nullable Severity severity,
        @Nullable Status status,
        @Nullable Boolean open,
        Order order,
        int limit,
        @Nullable String pageToken) {

    /** The columns findings can be sorted by. */
    public enum Order {
        SEVERITY,
        NEWEST
    }

    /** The worst open findings of the fleet. */
    public static FindingQuery worst(int limit) {
        return new FindingQuery(null, null, null, null, true, Order.SEVERITY, limit, null);
    }
}
