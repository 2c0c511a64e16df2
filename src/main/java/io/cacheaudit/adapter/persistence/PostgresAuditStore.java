package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.AuditStore;
import io.cacheaudit.audit.Audited;
import io.cacheaudit.audit.FindingQuery;
import io.cacheaudit.audit.HostQuery;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The store in PostgreSQL. A push holds its host's row from beginning to end, so pushes of one host come one after the
 * other. A finding that vanishes is closed because its subject vanished where the audit shows that, else as resolved.
 */
@ApplicationScoped
class PostgresAuditStore implements AuditStore {
    private final Transactions transactions;
    private final EntityManager entities;
    private final HostRepository hosts;
    private final HostDocumentRepository documents;
    private final FindingRepository findings;
    private final FindingEventRepository events;

    PostgresAuditStore(
            Transactions transactions,
            EntityManager entities,
            HostRepository hosts,
            HostDocumentRepository documents,
            FindingRepository findings,
            FindingEventRepository events) {
        this.transactions = transactions;
        this.entities = entities;
        this.hosts = hosts;
        this.documents = documents;
        this.findings = findings;
        this.events = events;
    }

    @Override
    public void put(Audited audited, Instant now) {
        if (!audited.redacted().host().equals(audited.audit().host())) {
            throw new IllegalArgumentException("the audit is not of this host");
        }
        // The database keeps microseconds; what is read back equals what was written.
        Instant written = now.truncatedTo(ChronoUnit.MICROS);
        transactions.run(() -> putInTransaction(audited, written));
    }

    @Override
    public void putAgain(Audited audited, String digest) {
        transactions.run(() -> {
            HostEntity host = hosts.locked(audited.audit().host()).orElseThrow();
            if (host.retiredAt == null && host.digest.equals(digest)) {
                replace(host, audited, host.lastSeen);
            }
        });
    }

    private void putInTransaction(Audited audited, Instant now) {
        Audit audit = audited.audit();
        boolean added = insertUnlessThere(audit.host(), now);
        HostEntity host = hosts.locked(audit.host()).orElseThrow();
        Instant before = host.lastSeen;
        host.seen(now);
        if (added || !host.holds(audit)) {
            replace(host, audited, before);
        }
    }

    private void replace(HostEntity host, Audited audited, Instant before) {
        DocumentSet set = audited.redacted();
        Audit audit = audited.audit();
        host.intervalSeconds = Math.toIntExact(audited.interval().toSeconds());
        host.seen(host.lastSeen);
        host.take(audit);
        host.revision++;
        long revision = host.revision;
        entities.persist(PastAuditEntity.of(host));
        entities.unwrap(Session.class).doWork(connection -> {
            new DocumentWriter(connection, host.id).replace(set.documents());
            new DiskWriter(connection, host.id).replace(audit.effective().disks());
            FindingWriter writer = new FindingWriter(connection, host.id, host.lastSeen, before);
            writer.merge(distinct(audit.findings()), revision);
            writer.closeOlderThan(revision, new PresentSubjects(set, audit));
        });
    }

    @Override
    public Seen seen(String host, String digest, Instant now) {
        return transactions.get(() -> {
            HostEntity row = hosts.locked(host).orElse(null);
            if (row == null || row.retiredAt != null) {
                return Seen.NO_HOST;
            }
            if (!row.digest.equals(digest)) {
                return Seen.OTHER_SET;
            }
            row.seen(now.truncatedTo(ChronoUnit.MICROS));
            return Seen.SAME_SET;
        });
    }

    @Override
    public boolean retire(String host, Instant now) {
        return transactions.get(() -> {
            HostEntity locked = hosts.locked(host).orElse(null);
            if (locked == null || locked.retiredAt != null) {
                return false;
            }
            Instant at = now.truncatedTo(ChronoUnit.MICROS);
            locked.retiredAt = at;
            locked.revision++;
            entities.unwrap(Session.class).doWork(connection -> {
                new DocumentWriter(connection, locked.id).replace(List.of());
                new DiskWriter(connection, locked.id).replace(List.of());
                new FindingWriter(connection, locked.id, at, locked.lastSeen)
                        .closeOlderThan(locked.revision, subject -> "host_retired");
            });
            return true;
        });
    }

    /** A row to lock. It holds no audit yet, which nobody sees: the transaction that inserts it fills it. */
    private boolean insertUnlessThere(String host, Instant now) {
        return entities.createNativeQuery("""
                                INSERT INTO host (name, digest, verdict, critical, high, medium, low, info, unknown, error,
                                    pass, not_applicable, waived, disks, versions, pack_name, pack_version, pack_digest,
                                    first_seen, last_seen, stale_at, audited_at, interval_seconds, revision)
                                VALUES (:name, 'sha256:' || repeat('0', 64), 'UNKNOWN', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                    '{}', '', '', '', :now, :now, :stale, :now, :interval, 0)
                                ON CONFLICT (name) DO NOTHING""")
                        .setParameter("name", host)
                        .setParameter("now", now)
                        .setParameter("stale", HostSummary.staleAt(now, Audited.DEFAULT_INTERVAL))
                        .setParameter("interval", Audited.DEFAULT_INTERVAL.toSeconds())
                        .executeUpdate()
                == 1;
    }

    /** Of findings with one fingerprint the worst, which comes first. */
    private static List<Finding> distinct(List<Finding> findings) {
        Map<String, Finding> byFingerprint = new LinkedHashMap<>();
        findings.forEach(finding -> byFingerprint.putIfAbsent(finding.fingerprint(), finding));
        return List.copyOf(byFingerprint.values());
    }

    @Override
    public Optional<DocumentSet> documents(String host) {
        return transactions.get(() -> hosts.named(host)
                .map(row -> new DocumentSet(
                        row.name,
                        StoredJson.versions(row.versions),
                        documents.of(row.id).stream()
                                .map(HostDocumentEntity::toDocument)
                                .toList())));
    }

    @Override
    public Optional<HostSummary> host(String host) {
        return transactions.get(() -> hosts.named(host).map(HostEntity::toSummary));
    }

    @Override
    public Page<HostSummary> hosts(HostQuery query) {
        return transactions.get(() -> hosts.page(query));
    }

    @Override
    public Page<StoredFinding> findings(FindingQuery query) {
        return transactions.get(() -> findings.page(query));
    }

    @Override
    public Optional<StoredFinding> finding(String fingerprint) {
        return transactions.get(
                () -> findings.byFingerprint(fingerprint).map(row -> row.toStored(events.history(fingerprint))));
    }
}
