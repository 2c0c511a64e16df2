package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.audit.HostSummary;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import io.cacheaudit.rule.PackId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A host with what lists show of its newest audit. */
@Entity
@Table(name = "host")
class HostEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    String name = "";
    String digest = "";

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Verdict verdict = Verdict.UNKNOWN;

    int critical;
    int high;
    int medium;
    int low;
    int info;
    int unknown;
    int error;
    int pass;

    @Column(name = "not_applicable")
    int notApplicable;

    int waived;
    int disks;

    @JdbcTypeCode(SqlTypes.JSON)
    String versions = "{}";

    @Column(name = "pack_name")
    String packName = "";

    @Column(name = "pack_version")
    String packVersion = "";

    @Column(name = "pack_digest")
    String packDigest = "";

    @Column(name = "first_seen")
    Instant firstSeen = Instant.EPOCH;

    @Column(name = "last_seen")
    Instant lastSeen = Instant.EPOCH;

    @Column(name = "stale_at")
    Instant staleAt = Instant.EPOCH;

    @Nullable
    @Column(name = "retired_at")
    Instant retiredAt;

    @Column(name = "audited_at")
    Instant auditedAt = Instant.EPOCH;

    @Column(name = "interval_seconds")
    int intervalSeconds;

    long revision;

    /** Whether this audit is the stored one: same documents, same rules. */
    boolean holds(Audit audit) {
        return retiredAt == null
                && digest.equals(audit.digest())
                && packDigest.equals(audit.pack().digest());
    }

    /** Notes that the host reported. A report that waited may carry an earlier time than the one before it. */
    void seen(Instant now) {
        lastSeen = now.isBefore(lastSeen) ? lastSeen : now;
        staleAt = HostSummary.staleAt(lastSeen, Duration.ofSeconds(intervalSeconds));
    }

    void take(Audit audit) {
        Counts counts = audit.counts();
        Map<Severity, Integer> fails = counts.fails();
        digest = audit.digest();
        verdict = audit.verdict();
        critical = fails.getOrDefault(Severity.CRITICAL, 0);
        high = fails.getOrDefault(Severity.HIGH, 0);
        medium = fails.getOrDefault(Severity.MEDIUM, 0);
        low = fails.getOrDefault(Severity.LOW, 0);
        info = fails.getOrDefault(Severity.INFO, 0);
        unknown = counts.unknown();
        error = counts.error();
        pass = counts.pass();
        notApplicable = counts.notApplicable();
        waived = counts.waived();
        disks = audit.effective().disks().size();
        versions = StoredJson.versions(audit.versions());
        packName = audit.pack().name();
        packVersion = audit.pack().version();
        packDigest = audit.pack().digest();
        auditedAt = audit.auditedAt();
        retiredAt = null;
    }

    HostSummary toSummary() {
        Map<Severity, Integer> fails = new EnumMap<>(Severity.class);
        fails.put(Severity.CRITICAL, critical);
        fails.put(Severity.HIGH, high);
        fails.put(Severity.MEDIUM, medium);
        fails.put(Severity.LOW, low);
        fails.put(Severity.INFO, info);
        return new HostSummary(
                name,
                digest,
                verdict,
                new Counts(fails, unknown, error, pass, notApplicable, waived),
                disks,
                StoredJson.versions(versions),
                new PackId(packName, packVersion, packDigest),
                firstSeen,
                lastSeen,
                auditedAt,
                Duration.ofSeconds(intervalSeconds));
    }
}
