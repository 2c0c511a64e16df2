package io.cacheaudit.audit;

import io.cacheaudit.document.DocumentSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The audits of hosts: of a set that is pushed, of one that is only asked about, and of the stored one. */
public final class HostAudits {
    private final UnaryOperator<DocumentSet> redaction;
    private final BiFunction<DocumentSet, Instant, Audit> auditor;
    private final AuditStore store;
    private final Clock clock;

    /**
     * Over the store.
     *
     * @param redaction masks the secrets of a set; applied before anything is stored
     * @param auditor audits a redacted set as of a time, as {@link Auditor#audit} does
     */
    public HostAudits(
            UnaryOperator<DocumentSet> redaction,
            BiFunction<DocumentSet, Instant, Audit> auditor,
            AuditStore store,
            Clock clock) {
        this.redaction = redaction;
        this.auditor = auditor;
        this.store = store;
        this.clock = clock;
    }

    /** Redacts, audits and stores the set of a host. */
    public Audit push(DocumentSet set) {
        Instant now = clock.instant();
        DocumentSet redacted = redaction.apply(set);
        Audit audit = auditor.apply(redacted, now);
        store.put(redacted, audit, now);
        return audit;
    }

    /** Audits a set and stores nothing. */
    public Audit candidate(DocumentSet set) {
        return auditor.apply(redaction.apply(set), clock.instant());
    }

    /** The audit of a host's stored set, as of the time it was audited; nothing for a host that is not known. */
    public Optional<Audit> stored(String host) {
        return store.host(host)
                .flatMap(summary -> store.documents(host).map(set -> auditor.apply(set, summary.auditedAt())));
    }
}
