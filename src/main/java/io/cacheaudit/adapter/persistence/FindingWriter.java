package io.cacheaudit.adapter.persistence;

import io.cacheaudit.finding.Finding;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Brings the findings of a host, whose row the transaction has locked, to what its newest audit holds, and writes what
 * happened to each. Rows travel as arrays, a few thousand a statement: one by one they would take minutes.
 */
final class FindingWriter {
    static final int ROWS_PER_STATEMENT = 2000;

    /** All parts of a statement see the rows as they were before it, so the events compare with the old ones. */
    private static final String MERGE = """
            WITH incoming AS (
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::boolean[], ?::jsonb[], ?::jsonb[])
                    AS i (fingerprint, rule, subject, severity, status, message, why, remediation, fix_risk,
                        conditional, missing, evidence)),
            merged AS (
                INSERT INTO finding AS f (fingerprint, host_id, rule, subject, severity, status, message, why,
                    remediation, fix_risk, conditional, missing, evidence, first_seen, last_seen, revision)
                SELECT fingerprint, ?, rule, subject, severity, status, message, why, remediation, fix_risk,
                    conditional, missing, evidence, ?, ?, ?
                FROM incoming
                ON CONFLICT (fingerprint) DO UPDATE SET severity = excluded.severity, status = excluded.status,
                    message = excluded.message, why = excluded.why, remediation = excluded.remediation,
                    fix_risk = excluded.fix_risk, conditional = excluded.conditional, missing = excluded.missing,
                    evidence = excluded.evidence, last_seen = excluded.last_seen, revision = excluded.revision,
                    closed_at = NULL, closed_because = NULL)
            INSERT INTO finding_event (fingerprint, at, what, status, severity, message)
            SELECT i.fingerprint, ?,
                CASE WHEN f.fingerprint IS NULL THEN 'OPENED' WHEN f.closed_at IS NOT NULL THEN 'REOPENED'
                    ELSE 'CHANGED' END,
                i.status, i.severity, i.message
            FROM incoming i LEFT JOIN finding f USING (fingerprint)
            WHERE f.fingerprint IS NULL OR f.closed_at IS NOT NULL
                OR (f.status, f.severity, f.message) <> (i.status, i.severity, i.message)""";

    private static final String CLOSE = """
            WITH closed AS (
                UPDATE finding f SET closed_at = ?, closed_because = g.because, last_seen = ?
                FROM unnest(?::text[], ?::text[]) AS g (fingerprint, because)
                WHERE f.fingerprint = g.fingerprint
                RETURNING f.fingerprint, f.status, f.severity, f.message)
            INSERT INTO finding_event (fingerprint, at, what, status, severity, message)
            SELECT fingerprint, ?, 'CLOSED', status, severity, message FROM closed""";

    private final Connection connection;
    private final long hostId;
    private final OffsetDateTime now;
    private final OffsetDateTime before;

    /** @param before when the host was seen the last time before: until then an open finding was seen */
    FindingWriter(Connection connection, long hostId, Instant now, Instant before) {
        this.connection = connection;
        this.hostId = hostId;
        this.now = now.atOffset(ZoneOffset.UTC);
        this.before = before.atOffset(ZoneOffset.UTC);
    }

    /** Opens, changes and reopens; fingerprints are distinct. */
    void merge(List<Finding> findings, long revision) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(MERGE)) {
            for (int from = 0; from < findings.size(); from += ROWS_PER_STATEMENT) {
                List<Finding> some = findings.subList(from, Math.min(findings.size(), from + ROWS_PER_STATEMENT));
                merge.setArray(1, texts(some, Finding::fingerprint));
                merge.setArray(2, texts(some, finding -> StoredText.encode(finding.rule())));
                merge.setArray(
                        3,
                        texts(
                                some,
                                finding -> StoredText.encode(finding.subject().text())));
                merge.setArray(4, texts(some, finding -> finding.severity().word()));
                merge.setArray(5, texts(some, finding -> finding.status().name()));
                merge.setArray(6, texts(some, finding -> StoredText.encode(finding.message())));
                merge.setArray(7, texts(some, finding -> StoredText.encode(finding.why())));
                merge.setArray(8, texts(some, finding -> StoredText.encode(finding.remediation())));
                merge.setArray(9, texts(some, finding -> finding.fixRisk().word()));
                merge.setArray(10, array("boolean", some, Finding::conditional));
                merge.setArray(11, texts(some, finding -> StoredJson.missing(finding.missing())));
                merge.setArray(12, texts(some, finding -> StoredJson.evidence(finding.evidence())));
                merge.setLong(13, hostId);
                merge.setObject(14, now, Types.TIMESTAMP_WITH_TIMEZONE);
                merge.setObject(15, now, Types.TIMESTAMP_WITH_TIMEZONE);
                merge.setLong(16, revision);
                merge.setObject(17, now, Types.TIMESTAMP_WITH_TIMEZONE);
                merge.executeUpdate();
            }
        }
    }

    /** Closes what is open and not of this revision, with the reason that its subject gives. */
    void closeOlderThan(long revision, UnaryOperator<String> because) throws SQLException {
        List<String> fingerprints = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT fingerprint, subject FROM finding
                WHERE host_id = ? AND closed_at IS NULL AND revision < ? ORDER BY fingerprint""")) {
            select.setLong(1, hostId);
            select.setLong(2, revision);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    fingerprints.add(rows.getString(1));
                    reasons.add(because.apply(StoredText.decode(rows.getString(2))));
                }
            }
        }
        if (!fingerprints.isEmpty()) {
            close(fingerprints, reasons);
        }
    }

    private void close(List<String> fingerprints, List<String> reasons) throws SQLException {
        try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
            close.setObject(1, now);
            close.setObject(2, before);
            close.setArray(3, connection.createArrayOf("text", fingerprints.toArray()));
            close.setArray(4, connection.createArrayOf("text", reasons.toArray()));
            close.setObject(5, now);
            close.executeUpdate();
        }
    }

    private Array texts(List<Finding> findings, Function<Finding, String> column) throws SQLException {
        return array("text", findings, column);
    }

    private Array array(String type, List<Finding> findings, Function<Finding, ?> column) throws SQLException {
        return connection.createArrayOf(type, findings.stream().map(column).toArray());
    }
}
