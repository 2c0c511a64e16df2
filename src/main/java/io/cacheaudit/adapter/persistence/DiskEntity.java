package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.fact.DiskFacts.SourceFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A disk of a host's newest audit. Disks are written in bulk by {@link DiskWriter} and only read as entities. */
@Entity
@Immutable
@Table(name = "disk")
@IdClass(DiskEntity.Key.class)
class DiskEntity {
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "host_id")
    HostEntity host = new HostEntity();

    @Id
    int position;

    String domain = "";

    @Nullable
    @Column(name = "domain_uuid")
    String domainUuid;

    String origin = "";
    String target = "";
    String device = "";

    @Nullable
    String bus;

    @Nullable
    String format;

    @Column(name = "source_type")
    String sourceType = "";

    @Nullable
    String protocol;

    @Nullable
    @Column(name = "source_name")
    String sourceName;

    @Nullable
    String configured;

    @Nullable
    String mode;

    boolean rbd;

    @Nullable
    @Column(name = "rbd_enabled")
    Boolean rbdEnabled;

    @Nullable
    @Column(name = "rbd_state")
    String rbdState;

    @Nullable
    @Column(name = "holds_writes")
    Boolean holdsWrites;

    @Nullable
    String flushed;

    @Nullable
    String unflushed;

    @Nullable
    @Column(name = "never_flushing_guest")
    String neverFlushingGuest;

    @Column(name = "risk_rank")
    int riskRank;

    boolean conditional;

    @JdbcTypeCode(SqlTypes.JSON)
    String missing = "[]";

    StoredDisk toStored() {
        Map<Writes, Risk> atRisk = new EnumMap<>(Writes.class);
        put(atRisk, Writes.FLUSHED, flushed);
        put(atRisk, Writes.UNFLUSHED, unflushed);
        put(atRisk, Writes.NEVER_FLUSHING_GUEST, neverFlushingGuest);
        return new StoredDisk(
                host.name,
                StoredText.decode(domain),
                StoredText.decodeNullable(domainUuid),
                origin,
                StoredText.decode(target),
                StoredText.decode(device),
                StoredText.decodeNullable(bus),
                StoredText.decodeNullable(format),
                new SourceFacts(
                        StoredText.decode(sourceType),
                        StoredText.decodeNullable(protocol),
                        StoredText.decodeNullable(sourceName),
                        null),
                StoredText.decodeNullable(configured),
                StoredText.decodeNullable(mode),
                rbd ? new StoredDisk.RbdWords(rbdEnabled, rbdState, holdsWrites) : null,
                atRisk,
                conditional,
                StoredJson.missing(missing));
    }

    private static void put(Map<Writes, Risk> atRisk, Writes writes, @Nullable String word) {
        if (word != null) {
            atRisk.put(writes, Risk.valueOf(word.toUpperCase(Locale.ROOT)));
        }
    }

    /** The key of a row. */
    record Key(long host, int position) implements Serializable {}
}
