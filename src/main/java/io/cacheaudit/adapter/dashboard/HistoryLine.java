package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Moment;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.PastAudit;
import io.cacheaudit.finding.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One audit of a host's past; every text is printable.
 *
 * @param changes what differs from the audit before it
 */
record HistoryLine(Moment at, String verdict, String verdictClass, List<String> changes) {
    HistoryLine {
        changes = List.copyOf(changes);
    }

    /** @param audits newest first; what the last of {@code shown + 1} is not compared with is left out */
    static List<HistoryLine> of(List<PastAudit> audits, int shown, Instant now) {
        List<HistoryLine> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(shown, audits.size()); i++) {
            PastAudit audit = audits.get(i);
            PastAudit before = i + 1 < audits.size() ? audits.get(i + 1) : null;
            lines.add(new HistoryLine(
                    Moment.of(audit.auditedAt(), now),
                    audit.verdict().name(),
                    Words.lower(audit.verdict()),
                    before == null ? first(audit) : changes(audit, before)));
        }
        return lines;
    }

    private static List<String> first(PastAudit audit) {
        return List.of("first audit that is kept: " + Words.count(audit.disks(), "disk"));
    }

    private static List<String> changes(PastAudit audit, PastAudit before) {
        List<String> changes = new ArrayList<>();
        change(changes, "verdict", before.verdict().name(), audit.verdict().name());
        for (Severity severity : Severity.values()) {
            change(
                    changes,
                    severity.word(),
                    before.fails().get(severity),
                    audit.fails().get(severity));
        }
        change(changes, "unknown", before.unknown(), audit.unknown());
        change(changes, "error", before.error(), audit.error());
        change(changes, "disks", before.disks(), audit.disks());
        Set<String> components = new TreeSet<>(before.versions().keySet());
        components.addAll(audit.versions().keySet());
        for (String component : components) {
            change(
                    changes,
                    Printable.name(component),
                    before.versions().get(component),
                    audit.versions().get(component));
        }
        change(changes, "rule pack", before.packVersion(), audit.packVersion());
        if (changes.isEmpty()) {
            changes.add(
                    before.digest().equals(audit.digest())
                            ? "audited again, the same result"
                            : "other documents, the same counts");
        }
        return changes;
    }

    private static void change(List<String> changes, String what, @Nullable Object from, @Nullable Object to) {
        String before = from == null ? "none" : Printable.name(from.toString());
        String after = to == null ? "none" : Printable.name(to.toString());
        if (!before.equals(after)) {
            changes.add(what + " " + before + " → " + after);
        }
    }
}
