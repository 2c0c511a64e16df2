package io.cacheaudit.audit;

import io.cacheaudit.document.DocumentSet;
import java.time.Instant;
import java.util.Optional;

/** Port: where document sets and findings are kept. Failures of the store are {@link StoreException}. */
public interface AuditStore {
    /**
     * Stores a redacted document set and its audit in one transaction, one push of a host after the other. A set that is
     * stored already changes nothing but the time the host and its findings were last seen.
     */
    void put(Audited audited, Instant now);

    /**
     * Replaces the audit and the findings of a host whose stored set was audited again, without the host having been seen.
     * Where another set arrived since {@code digest} was the stored one, it changes nothing.
     */
    void putAgain(Audited audited, String digest);

    /** The stored set of a host, or nothing where the host is not known or retired. */
    Optional<DocumentSet> documents(String host);

    /** Notes that the host was seen, where the set of this digest is its stored one. */
    Seen seen(String host, String digest, Instant now);

    /**
     * Takes a host out of the fleet: its documents and disks go, its findings are closed, its history stays. A later push
     * brings it back.
     *
     * @return whether there was such a host
     */
    boolean retire(String host, Instant now);

    /** A host that is not known, or retired, is nothing. */
    Optional<HostSummary> host(String host);

    Page<HostSummary> hosts(HostQuery query);

    /** A page token that does not belong to the list is a {@link BadPageToken}; so it is for hosts. */
    Page<StoredFinding> findings(FindingQuery query);

    /** One finding with its history. */
    Optional<StoredFinding> finding(String fingerprint);

    /** What a host's digest says about its stored set. */
    enum Seen {
        SAME_SET,
        OTHER_SET,
        NO_HOST
    }

    /** The store cannot be reached or does not answer; worth another try. */
    final class StoreException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StoreException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
