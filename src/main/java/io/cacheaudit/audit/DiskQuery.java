package io.cacheaudit.audit;

import io.cacheaudit.effective.durability.Writes;
import org.jspecify.annotations.Nullable;

/**
 * Which disks a list shows; null means any.
 *
 * @param protocol the protocol of a network source, else the source's type: {@code rbd}, {@code gluster}, {@code file} …
 * @param mode the drive cache mode in effect
 * @param atRisk only disks that can lose such writes
 * @param unknown true for disks of which something is unknown, false for the others
 * @param limit 1 to 1000
 * @param pageToken where to go on, as the page before gave it
 */
public record DiskQuery(
        @Nullable String host,
        @Nullable String domain,
        @Nullable String protocol,
        @Nullable String configured,
        @Nullable String mode,
        @Nullable String state,
        @Nullable Writes atRisk,
        @Nullable Boolean unknown,
        Order order,
        int limit,
        @Nullable String pageToken) {

    /** What disks can be sorted by: host, guest and target; or what they can lose, worst first. */
    public enum Order {
        HOST,
        RISK
    }
}
