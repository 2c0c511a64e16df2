package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A finding of a host, open or closed. Findings are written in bulk by {@link FindingWriter} and only read as entities. */
@Entity
@Immutable
@Table(name = "finding")
class FindingEntity {
    @Id
    String fingerprint = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "host_id")
    HostEntity host = new HostEntity();

    String rule = "";
    String subject = "";
    String severity = "";

    @Column(name = "severity_rank")
    int severityRank;

    String status = "";
    String message = "";
    String why = "";
    String remediation = "";

    @Column(name = "fix_risk")
    String fixRisk = "";

    boolean conditional;

    @JdbcTypeCode(SqlTypes.JSON)
    String missing = "[]";

    @JdbcTypeCode(SqlTypes.JSON)
    String evidence = "[]";

    @Column(name = "first_seen")
    Instant firstSeen = Instant.EPOCH;

    /** Of a closed finding; an open one was seen when its host was. */
    @Column(name = "last_seen")
    Instant lastSeen = Instant.EPOCH;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Nullable
    @Column(name = "closed_because")
    String closedBecause;

    StoredFinding toStored(List<StoredFinding.Event> history) {
        Finding finding = new Finding(
                rule,
                Severity.of(severity).orElseThrow(),
                Status.of(status).orElseThrow(),
                new Subject(StoredText.decode(subject)),
                fingerprint,
                StoredText.decode(message),
                StoredText.decode(why),
                StoredText.decode(remediation),
                FixRisk.of(fixRisk).orElseThrow(),
                conditional,
                StoredJson.missing(missing),
                StoredJson.evidence(evidence));
        return new StoredFinding(
                host.name,
                finding,
                firstSeen,
                closedAt == null ? host.lastSeen : lastSeen,
                closedAt,
                closedBecause,
                history);
    }
}
