package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Status;
import io.cacheaudit.version.Missing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stored finding: the members of the audit document's findings, and its life.
 *
 * @param closedAt null while it is open
 * @param history oldest first; absent in lists
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FindingView(
        String host,
        String rule,
        String severity,
        Status status,
        String subject,
        String fingerprint,
        String message,
        String why,
        String remediation,
        String fixRisk,
        boolean conditional,
        List<MissingView> missing,
        List<EvidenceView> evidence,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant closedAt,
        @Nullable String closedBecause,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EventView> history) {

    public static FindingView of(StoredFinding stored) {
        Finding finding = stored.finding();
        return new FindingView(
                stored.host(),
                finding.rule(),
                finding.severity().word(),
                finding.status(),
                finding.subject().text(),
                finding.fingerprint(),
                finding.message(),
                finding.why(),
                finding.remediation(),
                finding.fixRisk().word(),
                finding.conditional(),
                finding.missing().stream().map(MissingView::of).toList(),
                finding.evidence().stream().map(EvidenceView::of).toList(),
                stored.firstSeen(),
                stored.lastSeen(),
                stored.closedAt(),
                stored.closedBecause(),
                stored.history().stream().map(EventView::of).toList());
    }

    /** What would lift an unknown; a reason stands where nothing can be collected. */
    public record MissingView(
            String name,
            @Nullable String collect,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String because) {
        static MissingView of(Missing missing) {
            return new MissingView(missing.name(), missing.collect(), missing.because());
        }
    }

    /** A place the finding rests on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EvidenceView(
            String document,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable String text) {
        static EvidenceView of(Evidence evidence) {
            boolean whole = evidence.at().isWhole();
            return new EvidenceView(
                    evidence.at().source(),
                    whole ? null : evidence.at().line(),
                    whole ? null : evidence.at().column(),
                    evidence.text());
        }
    }

    /** What happened to the finding at one time. */
    public record EventView(Instant at, StoredFinding.Event.What what, String status, String severity, String message) {
        static EventView of(StoredFinding.Event event) {
            return new EventView(event.at(), event.what(), event.status(), event.severity(), event.message());
        }
    }
}
