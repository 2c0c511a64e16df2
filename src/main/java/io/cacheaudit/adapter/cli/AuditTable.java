package io.cacheaudit.adapter.cli;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A whole audit for a terminal: the host, its disks, its findings and what could not be read. */
final class AuditTable {
    private static final String INDENT = "    ";

    private final List<String> lines = new ArrayList<>();

    private AuditTable() {}

    static List<String> of(Audit audit) {
        AuditTable table = new AuditTable();
        table.head(audit);
        table.disks(audit.effective().disks());
        table.findings(audit.findings());
        table.problems(audit);
        return table.lines;
    }

    private void head(Audit audit) {
        lines.add(Plain.text(audit.host()) + ": " + audit.verdict());
        lines.add(counts(audit.counts()));
        if (!audit.versions().isEmpty()) {
            lines.add(audit.versions().entrySet().stream()
                    .map(version -> version.getKey() + " " + Plain.text(version.getValue()))
                    .collect(Collectors.joining(", ")));
        }
    }

    private static String counts(Counts counts) {
        String fails = counts.fails().entrySet().stream()
                .filter(severity -> severity.getValue() > 0)
                .map(AuditTable::count)
                .collect(Collectors.joining(", "));
        String others = counts.unknown() + " unknown, "
                + (counts.error() > 0 ? counts.error() + " in error, " : "")
                + counts.pass() + " passed, "
                + counts.notApplicable() + " not applicable";
        return (fails.isEmpty() ? "no failures" : fails) + "; " + others;
    }

    private static String count(Map.Entry<Severity, Integer> severity) {
        return severity.getValue() + " " + severity.getKey().word();
    }

    private void disks(List<EffectiveDisk> disks) {
        lines.add("");
        if (disks.isEmpty()) {
            lines.add("no disks");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("DISK", "CACHE", "MODE", "RBD CACHE", "FLUSHED", "UNFLUSHED", "NEVER FLUSHING", "SOURCE"));
        for (EffectiveDisk disk : disks) {
            rows.add(List.of(
                    DiskWords.name(disk),
                    DiskWords.configured(disk.driveCache()),
                    DiskWords.mode(disk.driveCache()),
                    DiskWords.rbd(disk.rbdCache()),
                    DiskWords.risk(disk, Writes.FLUSHED),
                    DiskWords.risk(disk, Writes.UNFLUSHED),
                    DiskWords.risk(disk, Writes.NEVER_FLUSHING_GUEST),
                    DiskWords.source(disk.facts().source())));
        }
        lines.add("What each disk does, and what a crash can take of its writes:");
        lines.addAll(Plain.table(rows));
    }

    private void findings(List<Finding> findings) {
        for (Finding finding : findings) {
            lines.add("");
            lines.add(head(finding) + "  " + finding.rule() + "  "
                    + Plain.text(finding.subject().text()));
            indented(finding.message());
            if (finding.status() == Status.FAIL) {
                Plain.lines(finding.remediation()).forEach(line -> lines.add(INDENT + "fix: " + line));
            }
            finding.missing().forEach(missing -> lines.add(INDENT + missing(missing)));
            finding.evidence().forEach(evidence -> lines.add(INDENT + "at " + evidence(evidence)));
        }
    }

    private static String head(Finding finding) {
        return finding.status() == Status.FAIL
                ? finding.severity().word()
                : finding.status() + " (" + finding.severity().word() + " at worst)";
    }

    private void indented(String text) {
        Plain.lines(text).forEach(line -> lines.add(INDENT + line));
    }

    static String missing(Missing missing) {
        String lift = missing.collect() != null
                ? ", collect it with: " + Plain.text(missing.collect())
                : ", which nobody established: " + Plain.text(missing.because());
        return "missing " + Plain.text(missing.name()) + lift;
    }

    private static String evidence(Evidence evidence) {
        return Plain.text(evidence.at().toString())
                + (evidence.text() == null ? "" : "  " + Plain.text(evidence.text()));
    }

    private void problems(Audit audit) {
        if (!audit.problems().isEmpty()) {
            lines.add("");
            lines.add("What could not be read:");
            audit.problems().forEach(problem -> lines.add(INDENT + Plain.text(problem.toString())));
        }
    }
}
