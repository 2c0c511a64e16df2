package io.cacheaudit.adapter.report;

import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.audit.gate.GatedFinding.Role;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.rule.OpenPass;
import io.cacheaudit.text.Problem;
import io.cacheaudit.version.Missing;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The gate's answer as JUnit XML, one case for each finding and one for the documents, so that no report is empty. A
 * waived finding and an unknown that nobody asked about are skipped; what is tolerated passes.
 */
final class GateJunit {
    private static final String PREFIX = "cache-audit.";

    private final GateResult result;
    private final List<JunitCase> cases = new ArrayList<>();

    private GateJunit(GateResult result) {
        this.result = result;
    }

    static void write(GateResult result, OutputStream out) throws IOException {
        GateJunit report = new GateJunit(result);
        report.documents();
        result.findings().forEach(report::finding);
        if (result.options().failOnUnknown()) {
            report.openPasses();
        }
        JunitXml.write(result.audit().host(), result.verdict().name(), report.cases, out);
    }

    private void documents() {
        String problems =
                result.audit().problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        JunitCase.Outcome outcome = result.unparsed().isEmpty() ? JunitCase.Outcome.PASSED : undecided();
        cases.add(new JunitCase(
                PREFIX + "documents",
                "every document can be read",
                outcome,
                "cannot be read: " + String.join(", ", result.unparsed()),
                problems));
    }

    private JunitCase.Outcome undecided() {
        return result.options().failOnUnknown() ? JunitCase.Outcome.ERROR : JunitCase.Outcome.SKIPPED;
    }

    private void finding(GatedFinding gated) {
        Finding finding = gated.finding();
        JunitCase.Outcome outcome = switch (gated.role()) {
            case FAILS -> JunitCase.Outcome.FAILURE;
            case UNDECIDED -> undecided();
            case TOLERATED -> JunitCase.Outcome.PASSED;
            case WAIVED -> JunitCase.Outcome.SKIPPED;
        };
        cases.add(new JunitCase(
                PREFIX + finding.rule(),
                finding.subject().text(),
                outcome,
                gated.role() == Role.WAIVED
                        ? waived(gated)
                        : finding.status() + " " + finding.severity().word() + ": " + finding.message(),
                text(gated)));
    }

    private static String waived(GatedFinding gated) {
        return gated.waiver() == null
                ? "stands in the baseline"
                : "waived until " + gated.waiver().expires() + " by "
                        + gated.waiver().owner() + ": " + gated.waiver().reason();
    }

    private static String text(GatedFinding gated) {
        Finding finding = gated.finding();
        List<String> lines = new ArrayList<>();
        lines.add(finding.message());
        if (gated.decidedBy() != null) {
            lines.add("at " + place(gated.decidedBy()));
        }
        for (GatedFinding.Overridden lost : gated.overridden()) {
            if (lost.at() != null) {
                lines.add("overridden " + lost.layer() + " at " + place(lost.at()));
            }
        }
        lines.add("why: " + finding.why().strip());
        lines.add("fix: " + finding.remediation().strip() + " (fix risk: "
                + finding.fixRisk().word() + ")");
        finding.missing().forEach(missing -> lines.add(missing(missing)));
        return String.join("\n", lines);
    }

    private static String place(Evidence at) {
        return at.text() == null ? at.at().toString() : at.at() + ": " + at.text();
    }

    private static String missing(Missing missing) {
        return "missing " + missing.name() + ", "
                + (missing.collect() == null ? missing.because() : "collect it with: " + missing.collect());
    }

    private void openPasses() {
        Map<String, List<OpenPass>> byRule = new TreeMap<>();
        result.openPasses()
                .forEach(pass -> byRule.computeIfAbsent(pass.rule(), rule -> new ArrayList<>())
                        .add(pass));
        byRule.forEach((rule, passes) -> cases.add(new JunitCase(
                PREFIX + rule,
                passes.size() + " passes that a source nobody spoke of could change",
                JunitCase.Outcome.ERROR,
                "UNKNOWN: the values are conditional",
                passes.stream()
                        .flatMap(pass -> pass.missing().stream())
                        .distinct()
                        .sorted()
                        .map(GateJunit::missing)
                        .collect(Collectors.joining("\n")))));
    }
}
