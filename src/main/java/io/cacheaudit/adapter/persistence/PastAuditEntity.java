package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.PastAudit;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is kept of one audit of a host. */
@Entity
@Immutable
@Table(name = "past_audit")
@IdClass(PastAuditEntity.Key.class)
class PastAuditEntity {
    @Id
    @Column(name = "host_id")
    long hostId;

    @Id
    long revision;

    @Column(name = "audited_at")
    Instant auditedAt = Instant.EPOCH;

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
    int disks;

    @JdbcTypeCode(SqlTypes.JSON)
    String versions = "{}";

    @Column(name = "pack_version")
    String packVersion = "";

    /** Of the audit that the host has taken. */
    static PastAuditEntity of(HostEntity host) {
        PastAuditEntity past = new PastAuditEntity();
        past.hostId = host.id;
        past.revision = host.revision;
        past.auditedAt = host.auditedAt;
        past.digest = host.digest;
        past.verdict = host.verdict;
        past.critical = host.critical;
        past.high = host.high;
        past.medium = host.medium;
        past.low = host.low;
        past.info = host.info;
        past.unknown = host.unknown;
        past.error = host.error;
        past.disks = host.disks;
        past.versions = host.versions;
        past.packVersion = host.packVersion;
        return past;
    }

    PastAudit toPastAudit() {
        Map<Severity, Integer> fails = new EnumMap<>(Severity.class);
        fails.put(Severity.CRITICAL, critical);
        fails.put(Severity.HIGH, high);
        fails.put(Severity.MEDIUM, medium);
        fails.put(Severity.LOW, low);
        fails.put(Severity.INFO, info);
        return new PastAudit(
                auditedAt, digest, verdict, fails, unknown, error, disks, StoredJson.versions(versions), packVersion);
    }

    /** The key of a row. */
    record Key(long hostId, long revision) implements Serializable {}
}
