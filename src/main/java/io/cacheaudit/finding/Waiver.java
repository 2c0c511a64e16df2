package io.cacheaudit.finding;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one rule that somebody accepted.
 *
 * @param host only of this host, null for every host
 * @param subject only about this subject, null for every subject
 * @param reason why they are accepted
 * @param owner who answers for it
 * @param expires the last day, in UTC, on which it counts
 */
public record Waiver(
        String rule, @Nullable String host, @Nullable String subject, String reason, String owner, LocalDate expires) {
    public Waiver {
        Objects.requireNonNull(rule, "rule");
        if (reason.isBlank() || owner.isBlank()) {
            throw new IllegalArgumentException(rule + ": a waiver has a reason and an owner");
        }
    }

    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }

    /** Whether the finding lies in the scope of this waiver, be it expired or not. */
    public boolean covers(Finding finding, String onHost) {
        return rule.equals(finding.rule())
                && (host == null || host.equals(onHost))
                && (subject == null || subject.equals(finding.subject().text()));
    }
}
