package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.StoredFinding;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What happened to a finding at one time. */
@Entity
@Immutable
@Table(name = "finding_event")
class FindingEventEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    String fingerprint = "";
    Instant at = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    StoredFinding.Event.What what = StoredFinding.Event.What.OPENED;

    String status = "";
    String severity = "";
    String message = "";

    StoredFinding.Event toEvent() {
        return new StoredFinding.Event(at, what, status, severity, StoredText.decode(message));
    }
}
