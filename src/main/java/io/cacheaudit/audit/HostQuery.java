package io.cacheaudit.audit;

import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts a list shows; null means any.
 *
 * @param name a part of the host's name, in lower case
 * @param verdict the verdict as of {@code now}, when a stale PASS is an UNKNOWN
 * @param stale true for hosts not heard from for three of their intervals, false for the others
 * @param now what staleness is measured at
 * @param limit 1 to 1000
 * @param pageToken where to go on, as the page before gave it
 */
public record HostQuery(
        @Nullable String name,
        @Nullable Verdict verdict,
        @Nullable Boolean stale,
        Order order,
        Instant now,
        int limit,
        @Nullable String pageToken) {

    /** What hosts can be sorted by: name; worst counts first; longest silent first. */
    public enum Order {
        NAME,
        WORST,
        SEEN
    }

    /** All hosts by name. */
    public static HostQuery all(Instant now, int limit, @Nullable String pageToken) {
        return new HostQuery(null, null, null, Order.NAME, now, limit, pageToken);
    }
}
