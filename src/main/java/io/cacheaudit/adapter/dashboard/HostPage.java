package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.finding.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One host's page; every text is printable. Of many disks and findings the first are shown, disks with findings first.
 *
 * @param verdictClass the verdict in lower case, its style
 */
record HostPage(
        String host,
        String verdict,
        String verdictClass,
        String auditedAt,
        String pack,
        Map<String, String> versions,
        List<FindingPanel> findings,
        int findingCount,
        List<String> problems,
        int problemCount,
        List<DiskPanel> disks,
        int diskCount) {
    /** How many disks, findings and problems one page shows. */
    static final int SHOWN = 200;

    HostPage {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
        disks = List.copyOf(disks);
    }

    static HostPage of(Audit audit) {
        Map<String, String> versions = new TreeMap<>();
        audit.versions().forEach((component, text) -> versions.put(component, Printable.of(text)));
        return new HostPage(
                audit.host(),
                audit.verdict().name(),
                audit.verdict().name().toLowerCase(Locale.ROOT),
                audit.auditedAt().toString(),
                audit.pack().name() + " " + audit.pack().version(),
                versions,
                audit.findings().stream()
                        .limit(SHOWN)
                        .map(finding -> FindingPanel.of(audit.host(), finding))
                        .toList(),
                audit.findings().size(),
                audit.problems().stream()
                        .limit(SHOWN)
                        .map(problem -> Printable.of(problem.at() + ": " + problem.message()))
                        .toList(),
                audit.problems().size(),
                disks(audit),
                audit.effective().disks().size());
    }

    private static List<DiskPanel> disks(Audit audit) {
        Set<Subject> found = new HashSet<>();
        audit.findings().forEach(finding -> found.add(finding.subject()));
        List<EffectiveDisk> disks = audit.effective().disks().stream()
                .sorted(Comparator.comparing(disk -> !found.contains(DiskPanels.subject(disk))))
                .limit(SHOWN)
                .toList();
        List<DiskPanel> panels = new ArrayList<>();
        for (EffectiveDisk disk : disks) {
            panels.add(DiskPanels.of(disk, panels.size() + 1));
        }
        return panels;
    }

    public boolean hasMoreDisks() {
        return diskCount > disks.size();
    }

    public boolean hasMoreFindings() {
        return findingCount > findings.size();
    }

    public boolean hasMoreProblems() {
        return problemCount > problems.size();
    }
}
