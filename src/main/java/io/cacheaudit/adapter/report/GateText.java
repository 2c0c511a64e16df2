package io.cacheaudit.adapter.report;

import io.cacheaudit.audit.Counts;
import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.audit.gate.GatedFinding.Role;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.text.Visible;
import io.cacheaudit.version.Missing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gate's answer for the log of a pipeline: the worst first, the verdict last. */
final class GateText {
    private static final int MAX_LISTED = 10;

    private final GateResult result;
    private final TextLines lines = new TextLines();

    private GateText(GateResult result) {
        this.result = result;
    }

    static void write(GateResult result, OutputStream out) throws IOException {
        out.write(new GateText(result).text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        findings("Fails the gate:", Role.FAILS);
        findings("Not known:", Role.UNDECIDED);
        findings("Tolerated, below " + result.options().failOn().word() + ":", Role.TOLERATED);
        waived();
        waivers("Waivers that expired and do not count:", result.expired());
        waivers("Waivers that no finding needs:", result.unused());
        problems();
        collect();
        verdict();
        return lines.text();
    }

    private void findings(String title, Role role) {
        List<GatedFinding> findings =
                result.findings().stream().filter(gated -> gated.role() == role).toList();
        if (findings.isEmpty()) {
            return;
        }
        lines.title(title);
        String rule = "";
        for (Cause cause : Cause.of(findings)) {
            Finding first = cause.first().finding();
            lines.blank();
            lines.add(0, head(first) + "  " + first.rule());
            cause(cause);
            if (!first.rule().equals(rule)) {
                lines.labelled("why", first.why());
                rule = first.rule();
            }
            if (first.status() == Status.FAIL) {
                lines.labelled(
                        "fix",
                        first.remediation() + " (fix risk: " + first.fixRisk().word() + ")");
            }
            missing(first.missing());
        }
    }

    private static String head(Finding finding) {
        String severity = finding.severity().word();
        String status = finding.status() == Status.FAIL ? severity : finding.status() + " (" + severity + " at worst)";
        return status + (finding.conditional() ? " (conditional)" : "");
    }

    private void cause(Cause cause) {
        lines.labelled("what", cause.first().finding().message());
        place(cause.first());
        List<GatedFinding> others = cause.all().subList(1, cause.all().size());
        if (!others.isEmpty()) {
            lines.labelled("same", "on " + others.size() + " more:");
            others.stream().limit(MAX_LISTED).forEach(other -> lines.add(1, same(cause.first(), other)));
            if (others.size() > MAX_LISTED) {
                lines.add(1, "  and " + (others.size() - MAX_LISTED) + " others, which --format json lists");
            }
        }
    }

    private static String same(GatedFinding first, GatedFinding other) {
        String subject = "  " + other.finding().subject().text();
        Evidence at = other.decidedBy();
        return at == null || at.equals(first.decidedBy()) ? subject : subject + "  " + at.at();
    }

    private void place(GatedFinding gated) {
        Evidence decided = gated.decidedBy();
        lines.labelled("on", gated.finding().subject().text());
        if (decided != null) {
            lines.labelled("at", place(decided));
        }
        for (GatedFinding.Overridden lost : gated.overridden()) {
            if (lost.at() != null) {
                lines.labelled("not", place(lost.at()) + "  (overridden)");
            }
        }
    }

    private static String place(Evidence evidence) {
        return evidence.at() + (evidence.text() == null ? "" : ": " + evidence.text());
    }

    private void waived() {
        List<GatedFinding> waived = result.findings().stream()
                .filter(gated -> gated.role() == Role.WAIVED)
                .toList();
        if (!waived.isEmpty()) {
            lines.title("Waived:");
            waived.forEach(gated -> {
                Finding finding = gated.finding();
                lines.add(
                        1,
                        head(finding) + "  " + finding.rule() + "  "
                                + finding.subject().text());
                lines.add(2, accepted(gated.waiver()));
            });
        }
    }

    private static String accepted(@Nullable Waiver waiver) {
        return waiver == null
                ? "stands in the baseline"
                : "until " + waiver.expires() + " by " + waiver.owner() + ": " + waiver.reason();
    }

    private void waivers(String title, List<Waiver> waivers) {
        if (!waivers.isEmpty()) {
            lines.title(title);
            waivers.forEach(waiver -> lines.add(1, scope(waiver) + "  " + accepted(waiver)));
        }
    }

    private static String scope(Waiver waiver) {
        return Stream.of(waiver.rule(), waiver.host(), waiver.subject())
                .filter(part -> part != null)
                .collect(Collectors.joining("  "));
    }

    private void problems() {
        if (!result.audit().problems().isEmpty()) {
            lines.title("What could not be read:");
            result.audit().problems().forEach(problem -> lines.add(1, problem.toString()));
        }
    }

    private void missing(Collection<Missing> all) {
        all.forEach(missing -> lines.labelled("miss", missing.name()));
    }

    /** What would settle everything that is open, each once. */
    private void collect() {
        TreeSet<Missing> missing = new TreeSet<>();
        result.findings().stream()
                .filter(gated -> gated.role() != Role.WAIVED)
                .forEach(gated -> missing.addAll(gated.finding().missing()));
        result.openPasses().forEach(pass -> missing.addAll(pass.missing()));
        if (!missing.isEmpty()) {
            lines.title("To know more, collect:");
            missing.forEach(one -> lines.add(
                    1,
                    one.name()
                            + (one.collect() == null
                                    ? ", which nobody established: " + one.because()
                                    : ": " + one.collect())));
        }
    }

    private void verdict() {
        if (!result.unparsed().isEmpty()) {
            lines.title("No pass, since nothing is known of " + String.join(", ", result.unparsed()));
        }
        if (!result.openPasses().isEmpty()) {
            lines.title("Passes that a source nobody spoke of could change: "
                    + result.openPasses().size());
        }
        lines.title(counts(result.counts()));
        lines.add(
                0,
                Visible.of(result.audit().host()) + ": " + result.verdict() + " (fails on "
                        + result.options().failOn().word()
                        + (result.options().failOnUnknown() ? " and on unknown)" : ")"));
    }

    private static String counts(Counts counts) {
        List<String> parts = new ArrayList<>();
        counts.fails().forEach((severity, count) -> parts.add(count + " " + severity.word()));
        parts.add(counts.unknown() + " unknown");
        parts.add(counts.error() + " in error");
        parts.add(counts.pass() + " passed");
        parts.add(counts.notApplicable() + " not applicable");
        parts.add(counts.waived() + " waived");
        return String.join(", ", parts);
    }
}
