package io.cacheaudit.adapter.report;

import io.cacheaudit.audit.Counts;
import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.audit.gate.GatedFinding.Role;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Status;
import io.cacheaudit.version.Missing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The gate's answer as a summary in Markdown: the verdict, a table of causes, and what is open. */
final class GateMarkdown {
    private static final int MAX_ROWS = 100;

    private final GateResult result;
    private final StringBuilder text = new StringBuilder();

    private GateMarkdown(GateResult result) {
        this.result = result;
    }

    static void write(GateResult result, OutputStream out) throws IOException {
        out.write(new GateMarkdown(result).summary().getBytes(StandardCharsets.UTF_8));
    }

    private String summary() {
        line("## cache-audit: " + result.verdict() + " for "
                + MarkdownText.code(result.audit().host()));
        line("");
        line("Fails on " + result.options().failOn().word()
                + (result.options().failOnUnknown() ? " and on unknown" : "") + ". "
                + counts(result.counts()) + ".");
        List<GatedFinding> counted = result.findings().stream()
                .filter(gated -> gated.role() != Role.WAIVED)
                .toList();
        causes("Findings", Cause.of(counted));
        fixes(Cause.of(counted));
        waived();
        problems();
        missing();
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void title(String title) {
        line("");
        line("### " + title);
        line("");
    }

    private static String counts(Counts counts) {
        StringBuilder words = new StringBuilder();
        counts.fails()
                .forEach((severity, count) ->
                        words.append(count).append(' ').append(severity.word()).append(", "));
        return words.append(counts.unknown())
                .append(" unknown, ")
                .append(counts.error())
                .append(" in error, ")
                .append(counts.pass())
                .append(" passed, ")
                .append(counts.waived())
                .append(" waived")
                .toString();
    }

    private void causes(String title, List<Cause> causes) {
        if (causes.isEmpty()) {
            return;
        }
        title(title);
        line("| | severity | rule | on | where | what |");
        line("|---|---|---|---|---|---|");
        causes.stream().limit(MAX_ROWS).forEach(cause -> {
            Finding finding = cause.first().finding();
            int others = cause.all().size() - 1;
            line("| " + word(cause.first().role()) + " | " + severity(finding) + " | "
                    + MarkdownText.code(finding.rule()) + " | "
                    + MarkdownText.code(finding.subject().text()) + (others > 0 ? " and " + others + " more" : "")
                    + " | " + place(cause.first().decidedBy()) + " | " + MarkdownText.of(finding.message()) + " |");
        });
        if (causes.size() > MAX_ROWS) {
            line("");
            line("And " + (causes.size() - MAX_ROWS) + " more causes.");
        }
    }

    private static String word(Role role) {
        return switch (role) {
            case FAILS -> "**fails**";
            case UNDECIDED -> "**not known**";
            case TOLERATED -> "tolerated";
            case WAIVED -> "waived";
        };
    }

    private static String severity(Finding finding) {
        String severity = finding.severity().word();
        return finding.status() == Status.FAIL ? severity : finding.status() + ", at worst " + severity;
    }

    private static String place(@Nullable Evidence at) {
        return at == null
                ? ""
                : MarkdownText.code(at.at().toString())
                        + (at.text() == null ? "" : "<br>" + MarkdownText.code(at.text()));
    }

    private void fixes(List<Cause> causes) {
        List<Finding> failing = causes.stream()
                .filter(cause -> cause.first().role() == Role.FAILS)
                .limit(MAX_ROWS)
                .map(cause -> cause.first().finding())
                .toList();
        if (!failing.isEmpty()) {
            title("How to mend what fails");
            failing.forEach(finding -> line("- " + MarkdownText.code(finding.rule()) + " on "
                    + MarkdownText.code(finding.subject().text()) + ": " + MarkdownText.of(finding.remediation())
                    + " Fix risk: " + finding.fixRisk().word() + "."));
        }
    }

    private void waived() {
        List<GatedFinding> waived = result.findings().stream()
                .filter(gated -> gated.role() == Role.WAIVED)
                .toList();
        if (!waived.isEmpty() || !result.expired().isEmpty()) {
            title("Waived");
            waived.stream()
                    .limit(MAX_ROWS)
                    .forEach(gated -> line("- "
                            + MarkdownText.code(gated.finding().rule()) + " on "
                            + MarkdownText.code(gated.finding().subject().text()) + ": "
                            + MarkdownText.of(
                                    gated.waiver() == null
                                            ? "stands in the baseline"
                                            : "until " + gated.waiver().expires() + " by "
                                                    + gated.waiver().owner() + ": "
                                                    + gated.waiver().reason())));
            if (waived.size() > MAX_ROWS) {
                line("- and " + (waived.size() - MAX_ROWS) + " more");
            }
            result.expired()
                    .forEach(waiver -> line("- expired on " + waiver.expires() + " and does not count: "
                            + MarkdownText.code(waiver.rule()) + " by " + MarkdownText.of(waiver.owner())));
        }
    }

    private void problems() {
        if (!result.audit().problems().isEmpty()) {
            title("What could not be read");
            result.audit().problems().stream()
                    .limit(MAX_ROWS)
                    .forEach(problem -> line("- "
                            + MarkdownText.code(problem.at().toString()) + " " + MarkdownText.of(problem.message())));
        }
    }

    private void missing() {
        TreeSet<Missing> missing = new TreeSet<>();
        result.findings().stream()
                .filter(gated -> gated.role() != Role.WAIVED)
                .forEach(gated -> missing.addAll(gated.finding().missing()));
        result.openPasses().forEach(pass -> missing.addAll(pass.missing()));
        if (!missing.isEmpty()) {
            title("To know more, collect");
            missing.stream()
                    .limit(MAX_ROWS)
                    .forEach(one -> line("- " + MarkdownText.code(one.name()) + ": "
                            + (one.collect() == null
                                    ? MarkdownText.of("" + one.because())
                                    : MarkdownText.code(one.collect()))));
        }
    }
}
