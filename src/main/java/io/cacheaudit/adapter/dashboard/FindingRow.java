package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Moment;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.audit.StoredFinding;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finding as a row of a table; every text is printable.
 *
 * @param level the severity of a FAIL, else the status; also its style
 * @param couldBe of one that is not a FAIL, the severity it has if it is one; else the empty string
 * @param href its page
 * @param since when it was opened
 * @param closed when it was closed, null while it is open
 */
record FindingRow(
        String level,
        String couldBe,
        String href,
        String message,
        String host,
        String rule,
        SubjectLink subject,
        boolean conditional,
        Moment since,
        @Nullable Moment closed) {
    private static final int MESSAGE = 240;

    static FindingRow of(StoredFinding stored, Instant now) {
        Finding finding = stored.finding();
        return new FindingRow(
                Levels.of(finding),
                finding.status() == Status.FAIL ? "" : finding.severity().word(),
                "/findings/" + finding.fingerprint(),
                Printable.brief(finding.message(), MESSAGE),
                stored.host(),
                finding.rule(),
                SubjectLink.of(stored.host(), finding.subject()),
                finding.conditional(),
                Moment.of(stored.firstSeen(), now),
                stored.closedAt() == null ? null : Moment.of(stored.closedAt(), now));
    }
}
