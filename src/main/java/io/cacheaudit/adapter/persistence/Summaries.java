package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.FleetSummary;
import io.cacheaudit.audit.FleetSummary.RuleCount;
import io.cacheaudit.audit.FleetSummary.VersionPair;
import io.cacheaudit.audit.ReleasePairs;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts over the fleet; each is one statement over an index or a small table. */
@ApplicationScoped
class Summaries {
    private final EntityManager entities;

    Summaries(EntityManager entities) {
        this.entities = entities;
    }

    FleetSummary of(Instant now) {
        Map<Verdict, Long> verdicts = zeros(Verdict.class);
        long stale = 0;
        for (Tuple row : rows(query("""
                SELECT CASE WHEN verdict = 'PASS' AND stale_at < :now THEN 'UNKNOWN' ELSE verdict END AS verdict,
                    count(*) AS hosts, count(*) FILTER (WHERE stale_at < :now) AS stale
                FROM host WHERE retired_at IS NULL GROUP BY 1""").setParameter("now", now))) {
            verdicts.put(Verdict.valueOf(row.get("verdict", String.class)), number(row, "hosts"));
            stale += number(row, "stale");
        }
        Map<Severity, Long> fails = zeros(Severity.class);
        Map<Status, Long> others = zeros(Status.class);
        for (Tuple row : rows(query("""
                SELECT status, severity, count(*) AS findings FROM finding WHERE closed_at IS NULL
                GROUP BY status, severity"""))) {
            long findings = number(row, "findings");
            Status status = Status.of(row.get("status", String.class)).orElseThrow();
            others.merge(status, findings, Long::sum);
            if (status == Status.FAIL) {
                fails.put(Severity.of(row.get("severity", String.class)).orElseThrow(), findings);
            }
        }
        return new FleetSummary(
                verdicts.values().stream().mapToLong(Long::longValue).sum(),
                verdicts,
                stale,
                number(rows(query("SELECT count(*) AS disks FROM disk")).get(0), "disks"),
                fails,
                others.getOrDefault(Status.UNKNOWN, 0L),
                others.getOrDefault(Status.ERROR, 0L),
                rules(),
                versions());
    }

    private List<RuleCount> rules() {
        return rows(query("""
                SELECT rule, min(severity_rank) FILTER (WHERE status = 'FAIL') AS worst,
                    count(*) FILTER (WHERE status = 'FAIL') AS fails, count(*) FILTER (WHERE status <> 'FAIL') AS unknown,
                    count(DISTINCT host_id) AS hosts
                FROM finding WHERE closed_at IS NULL GROUP BY rule
                ORDER BY worst NULLS LAST, hosts DESC, fails DESC, rule""")).stream()
                .map(row -> new RuleCount(
                        StoredText.decode(row.get("rule", String.class)),
                        severity(row.get("worst", Integer.class)),
                        number(row, "fails"),
                        number(row, "unknown"),
                        number(row, "hosts")))
                .toList();
    }

    private List<VersionPair> versions() {
        ReleasePairs pairs = new ReleasePairs();
        rows(query("""
                SELECT versions ->> 'qemu' AS qemu, versions ->> 'librbd' AS librbd, count(*) AS hosts,
                    count(*) FILTER (WHERE verdict = 'FAIL') AS failing
                FROM host WHERE retired_at IS NULL GROUP BY 1, 2"""))
                .forEach(row -> pairs.add(
                        StoredText.decodeNullable(row.get("qemu", String.class)),
                        StoredText.decodeNullable(row.get("librbd", String.class)),
                        number(row, "hosts"),
                        number(row, "failing")));
        return pairs.pairs();
    }

    private static @Nullable Severity severity(@Nullable Integer rank) {
        return rank == null ? null : Severity.values()[rank];
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }

    private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> words) {
        Map<E, Long> counts = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            counts.put(word, 0L);
        }
        return counts;
    }

    private Query query(String sql) {
        return entities.createNativeQuery(sql, Tuple.class);
    }

    private static List<Tuple> rows(Query query) {
        return Stream.of(query.getResultList().toArray()).map(Tuple.class::cast).toList();
    }
}
