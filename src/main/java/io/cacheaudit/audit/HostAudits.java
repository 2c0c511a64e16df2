package io.cacheaudit.audit;

import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.rule.PackId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The audits of hosts: of a set that is pushed, of one that is only asked about, and of the stored one. */
public final class HostAudits {
    private static final int PAGE = 100;

    private final BiFunction<DocumentSet, Instant, Audited> auditor;
    private final AuditStore store;
    private final Clock clock;

    /** @param auditor redacts and audits a set as of a time, as {@link Auditor#run} does */
    public HostAudits(BiFunction<DocumentSet, Instant, Audited> auditor, AuditStore store, Clock clock) {
        this.auditor = auditor;
        this.store = store;
        this.clock = clock;
    }

    /** Redacts, audits and stores the set of a host. */
    public Audit push(DocumentSet set) {
        Instant now = clock.instant();
        Audited audited = auditor.apply(set, now);
        store.put(audited, now);
        return audited.audit();
    }

    /** Audits a set and stores nothing. */
    public Audit candidate(DocumentSet set) {
        return auditor.apply(set, clock.instant()).audit();
    }

    /** The audit of a host's stored set, as of the time it was audited; nothing for a host that is not known. */
    public Optional<Audited> stored(String host) {
        return store.host(host)
                .flatMap(summary -> store.documents(host).map(set -> auditor.apply(set, summary.auditedAt())));
    }

    /**
     * Audits again every host whose findings come from another pack than this one, from its stored set.
     *
     * @param failed told of a host whose audit fails, which keeps the one it has
     */
    public void again(PackId pack, Consumer<String> failed) {
        String token = null;
        do {
            Page<HostSummary> page = store.hosts(HostQuery.all(clock.instant(), PAGE, token));
            for (HostSummary host : page.items()) {
                if (!host.pack().equals(pack)) {
                    again(host, failed);
                }
            }
            token = page.nextPageToken();
        } while (token != null);
    }

    private void again(HostSummary host, Consumer<String> failed) {
        try {
            store.documents(host.host())
                    .ifPresent(set -> store.putAgain(auditor.apply(set, clock.instant()), host.digest()));
        } catch (AuditStore.StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            failed.accept(host.host());
        }
    }
}
