package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Status;
import java.util.List;
import java.util.Locale;

/**
 * One finding as pages show it; every text is printable.
 *
 * @param level the severity of a FAIL, else the status; also its style
 * @param places where it is written
 * @param missing what would lift it, the empty string where nothing is missing
 */
record FindingPanel(
        String host,
        String rule,
        String level,
        String subject,
        String message,
        String why,
        String remediation,
        String fixRisk,
        List<String> places,
        String missing) {
    FindingPanel {
        places = List.copyOf(places);
    }

    static FindingPanel of(String host, Finding finding) {
        return new FindingPanel(
                host,
                finding.rule(),
                finding.status() == Status.FAIL
                        ? finding.severity().word()
                        : finding.status().name().toLowerCase(Locale.ROOT),
                Printable.of(finding.subject().text()),
                Printable.of(finding.message()),
                Printable.of(finding.why()),
                Printable.of(finding.remediation()),
                finding.fixRisk().word(),
                finding.evidence().stream()
                        .map(evidence ->
                                Printable.of(evidence.at() + (evidence.text() == null ? "" : "   " + evidence.text())))
                        .toList(),
                DiskPanels.missing(finding.missing()));
    }
}
