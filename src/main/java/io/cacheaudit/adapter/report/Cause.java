package io.cacheaudit.adapter.report;

import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of one rule that say the same of different subjects, so that a reader meets forty disks with one mistake once.
 *
 * @param all in the order of the gate's findings, never empty
 */
record Cause(List<GatedFinding> all) {
    Cause {
        all = List.copyOf(all);
    }

    GatedFinding first() {
        return all.get(0);
    }

    /** Groups findings; the causes stand in the order of their first findings. */
    static List<Cause> of(List<GatedFinding> findings) {
        Map<Key, List<GatedFinding>> groups = new LinkedHashMap<>();
        for (GatedFinding gated : findings) {
            groups.computeIfAbsent(Key.of(gated), key -> new ArrayList<>()).add(gated);
        }
        return groups.values().stream().map(Cause::new).toList();
    }

    private record Key(GatedFinding.Role role, Status status, Severity severity, String rule, String message) {
        static Key of(GatedFinding gated) {
            Finding finding = gated.finding();
            String subject = finding.subject().text();
            String name = subject.substring(subject.indexOf(':') + 1);
            return new Key(
                    gated.role(),
                    finding.status(),
                    finding.severity(),
                    finding.rule(),
                    name.isEmpty() ? finding.message() : finding.message().replace(name, "*"));
        }
    }
}
