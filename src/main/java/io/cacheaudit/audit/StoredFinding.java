package io.cacheaudit.audit;

import io.cacheaudit.finding.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with its life in the store.
 *
 * @param closedAt when it vanished, null while it is open
 * @param closedBecause why it was closed, null while it is open
 * @param history oldest first; empty in lists
 */
public record StoredFinding(
        String host,
        Finding finding,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        List<Event> history) {
    public StoredFinding {
        history = List.copyOf(history);
    }

    /** What happened to a finding at one time. */
    public record Event(Instant at, What what, String status, String severity, String message) {
        public enum What {
            OPENED,
            CHANGED,
            CLOSED,
            REOPENED
        }
    }
}
