package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Excerpt;
import io.cacheaudit.adapter.dashboard.text.Excerpts;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.adapter.dashboard.text.Prose;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of one host that say the same of several subjects, shown once; every text is printable.
 *
 * @param level the severity of a FAIL, else the status; also its style
 * @param about how many subjects, in words
 * @param subjects the first of them, each with the page of its finding
 * @param more how many others there are
 * @param places where it is written, without the excerpts
 * @param missing what would lift it
 */
record FindingGroup(
        String level,
        String rule,
        Prose message,
        String about,
        List<Member> subjects,
        int more,
        Prose why,
        Prose remediation,
        String cost,
        boolean conditional,
        List<Excerpt> excerpts,
        List<String> places,
        List<Missing> missing) {
    private static final int SUBJECTS = 40;
    private static final int EXCERPTS = 3;
    private static final int PLACES = 12;

    FindingGroup {
        subjects = List.copyOf(subjects);
        excerpts = List.copyOf(excerpts);
        places = List.copyOf(places);
        missing = List.copyOf(missing);
    }

    /** One subject and the page of the finding about it. */
    record Member(SubjectLink subject, String href) {}

    private record Shape(String level, String rule, String message, boolean conditional, List<Missing> missing) {}

    /** Whether a page shows the whole of it at once. */
    public boolean isUrgent() {
        return level.equals("critical") || level.equals("high");
    }

    /** In the order of the findings. */
    static List<FindingGroup> of(String host, List<Finding> findings, Excerpts excerpts) {
        Map<Shape, List<Finding>> alike = new LinkedHashMap<>();
        findings.forEach(finding -> alike.computeIfAbsent(shape(finding), shape -> new ArrayList<>())
                .add(finding));
        return alike.values().stream()
                .map(group -> alike(host, group, excerpts))
                .toList();
    }

    static FindingGroup alike(String host, List<Finding> group, Excerpts excerpts) {
        Finding first = group.get(0);
        List<Provenance> places = group.stream()
                .flatMap(finding -> finding.evidence().stream())
                .map(Evidence::at)
                .distinct()
                .limit(PLACES)
                .toList();
        List<Excerpt> shown = excerpts.around(places).stream().limit(EXCERPTS).toList();
        return new FindingGroup(
                Levels.of(first),
                first.rule(),
                Prose.of(message(first)),
                group.size() == 1
                        ? ""
                        : Words.count(
                                group.size(),
                                SubjectLink.of(host, first.subject()).kind()),
                group.stream()
                        .limit(SUBJECTS)
                        .map(finding -> new Member(
                                SubjectLink.of(host, finding.subject()), "/findings/" + finding.fingerprint()))
                        .toList(),
                Math.max(0, group.size() - SUBJECTS),
                Prose.of(first.why()),
                Prose.of(first.remediation()),
                Levels.cost(first.fixRisk()),
                first.conditional(),
                shown,
                places.stream()
                        .filter(place -> shown.stream().noneMatch(excerpt -> excerpt.holds(place)))
                        .map(place -> Printable.name(place.toString()))
                        .toList(),
                first.missing());
    }

    /** What does not depend on the subject: its name is taken out wherever it stands. */
    private static Shape shape(Finding finding) {
        String name = name(finding);
        String message = finding.message().replace(name, "\u0000");
        int slash = name.lastIndexOf('/');
        return new Shape(
                Levels.of(finding),
                finding.rule(),
                slash > 0 ? message.replace(name.substring(0, slash), "\u0000") : message,
                finding.conditional(),
                finding.missing());
    }

    /** The message without the subject's name before it, which stands in the list of subjects. */
    private static String message(Finding finding) {
        String prefix = name(finding) + ": ";
        return finding.message().startsWith(prefix) ? finding.message().substring(prefix.length()) : finding.message();
    }

    private static String name(Finding finding) {
        String text = finding.subject().text();
        return text.substring(text.indexOf(':') + 1);
    }
}
