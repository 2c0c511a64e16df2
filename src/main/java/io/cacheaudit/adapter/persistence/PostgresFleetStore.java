package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.DiskQuery;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.FleetSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.PastAudit;
import io.cacheaudit.audit.StoredDisk;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What PostgreSQL tells of all hosts together. */
@ApplicationScoped
class PostgresFleetStore implements FleetStore {
    private final Transactions transactions;
    private final Summaries summaries;
    private final DiskRepository disks;
    private final PastAuditRepository pastAudits;

    PostgresFleetStore(
            Transactions transactions, Summaries summaries, DiskRepository disks, PastAuditRepository pastAudits) {
        this.transactions = transactions;
        this.summaries = summaries;
        this.disks = disks;
        this.pastAudits = pastAudits;
    }

    @Override
    public FleetSummary summary(Instant now) {
        return transactions.get(() -> summaries.of(now));
    }

    @Override
    public Page<StoredDisk> disks(DiskQuery query) {
        return transactions.get(() -> disks.page(query));
    }

    @Override
    public List<PastAudit> pastAudits(String host, int limit) {
        return transactions.get(() -> pastAudits.newest(host, limit));
    }
}
