package io.cacheaudit.audit;

import java.time.Instant;
import java.util.List;

/** Port: what is known of all hosts together. Failures of the store are {@link AuditStore.StoreException}. */
public interface FleetStore {
    /** Counts over all hosts that are not retired, as of a time. */
    FleetSummary summary(Instant now);

    /** A page token that does not belong to the list is a {@link BadPageToken}. */
    Page<StoredDisk> disks(DiskQuery query);

    /** The audits of a host that were stored, newest first; empty for a host that is not known. */
    List<PastAudit> pastAudits(String host, int limit);
}
