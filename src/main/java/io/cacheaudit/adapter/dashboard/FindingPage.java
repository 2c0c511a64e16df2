package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Excerpts;
import io.cacheaudit.adapter.dashboard.text.Moment;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.finding.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding with its life; every text is printable.
 *
 * @param said what it says, where it is written, and how to mend it
 * @param evidence the places as they were when it was last seen, each with the line's text
 * @param closed when it was closed, null while it is open
 * @param history newest first
 */
record FindingPage(
        String host,
        String fingerprint,
        SubjectLink subject,
        FindingGroup said,
        List<String> evidence,
        Moment firstSeen,
        Moment lastSeen,
        @Nullable Moment closed,
        String closedBecause,
        List<EventLine> history) {
    private static final int TEXT = 200;

    FindingPage {
        evidence = List.copyOf(evidence);
        history = List.copyOf(history);
    }

    /** What happened to it at one time. */
    record EventLine(Moment at, String what, String level, String message) {
        static EventLine of(StoredFinding.Event event, Instant now) {
            return new EventLine(
                    Moment.of(event.at(), now),
                    Words.lower(event.what()),
                    event.status().equals("FAIL")
                            ? event.severity()
                            : event.status().toLowerCase(Locale.ROOT),
                    Printable.of(event.message()));
        }
    }

    /** @param set the host's redacted documents, null where the host is retired */
    static FindingPage of(StoredFinding stored, @Nullable DocumentSet set, Instant now) {
        Finding finding = stored.finding();
        // A closed finding speaks of documents that may have changed since.
        DocumentSet quoted =
                set == null || stored.closedAt() != null ? new DocumentSet(stored.host(), Map.of(), List.of()) : set;
        Excerpts excerpts = new Excerpts(quoted);
        List<EventLine> history = new ArrayList<>(
                stored.history().stream().map(event -> EventLine.of(event, now)).toList());
        Collections.reverse(history);
        return new FindingPage(
                stored.host(),
                finding.fingerprint(),
                SubjectLink.of(stored.host(), finding.subject()),
                FindingGroup.alike(stored.host(), List.of(finding), excerpts),
                finding.evidence().stream()
                        .filter(place -> excerpts.around(List.of(place.at())).isEmpty())
                        .map(place -> Printable.name(place.at().toString())
                                + (place.text() == null ? "" : "   " + Printable.brief(place.text(), TEXT)))
                        .toList(),
                Moment.of(stored.firstSeen(), now),
                Moment.of(stored.lastSeen(), now),
                stored.closedAt() == null ? null : Moment.of(stored.closedAt(), now),
                stored.closedBecause() == null ? "" : Printable.of(stored.closedBecause()),
                history);
    }
}
