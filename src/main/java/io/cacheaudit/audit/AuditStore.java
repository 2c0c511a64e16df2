package io.cacheaudit.audit;

import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Verdict;
import java.time.Instant;
import java.util.Map;
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

    Optional<HostSummary> host(String host);

    /** Hosts by name; {@code verdict} null means any. */
    Page<HostSummary> hosts(HostQuery query);

    /** How many hosts have each verdict; every verdict has an entry. */
    Map<Verdict, Long> hostsByVerdict();

    /** A page token that does not belong to the list is a {@link BadPageToken}; so it is for hosts. */
    Page<StoredFinding> findings(FindingQuery query);

    /** One finding with its history. */
    Optional<StoredFinding> finding(String fingerprint);

    /** The store cannot be reached or does not answer; worth another try. */
    final class StoreException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StoreException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
