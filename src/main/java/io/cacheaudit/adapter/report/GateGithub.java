package io.cacheaudit.adapter.report;

import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.audit.gate.GatedFinding.Role;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Status;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The gate's answer as workflow commands of GitHub, one a line: an annotation for each cause, the worst first, since
 * GitHub shows ten of each level, and a notice with the verdict.
 */
final class GateGithub {
    private final GateResult result;
    private final ReportPaths paths;
    private final StringBuilder text = new StringBuilder();

    private GateGithub(GateResult result, ReportPaths paths) {
        this.result = result;
        this.paths = paths;
    }

    static void write(GateResult result, ReportPaths paths, OutputStream out) throws IOException {
        GateGithub annotations = new GateGithub(result, paths);
        annotations.findings();
        annotations.problems();
        annotations.verdict();
        out.write(annotations.text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void findings() {
        List<GatedFinding> counted = result.findings().stream()
                .filter(gated -> gated.role() != Role.WAIVED)
                .toList();
        for (Cause cause : Cause.of(counted)) {
            GatedFinding first = cause.first();
            Finding finding = first.finding();
            boolean failed = finding.status() == Status.FAIL;
            int others = cause.all().size() - 1;
            String more = others == 0
                    ? ""
                    : "\nThe same on " + others + " more, the next of them "
                            + cause.all().get(1).finding().subject().text() + ".";
            command(
                    level(first.role()),
                    first.decidedBy() == null ? null : first.decidedBy().at(),
                    (failed ? finding.severity().word() : finding.status().name()) + ": " + finding.rule(),
                    finding.message()
                            + more
                            + (failed ? "\n" + finding.remediation().strip() : ""));
        }
    }

    private static String level(Role role) {
        return switch (role) {
            case FAILS -> "error";
            case UNDECIDED -> "warning";
            case TOLERATED, WAIVED -> "notice";
        };
    }

    private void problems() {
        for (Problem problem : result.audit().problems()) {
            command("warning", problem.at(), "document problem", problem.message());
        }
    }

    private void verdict() {
        String level = switch (result.verdict()) {
            case FAIL -> "error";
            case UNKNOWN -> "warning";
            case PASS -> "notice";
        };
        command(
                level,
                null,
                "cache-audit",
                result.audit().host() + ": " + result.verdict() + ", fails on "
                        + result.options().failOn().word());
    }

    private void command(String level, @Nullable Provenance at, String title, String message) {
        text.append("::").append(level).append(' ');
        if (at != null) {
            text.append("file=").append(property(paths.of(at.source()))).append(',');
            if (!at.isWhole()) {
                text.append(String.format(Locale.ROOT, "line=%d,col=%d,", at.line(), at.column()));
            }
        }
        text.append("title=").append(property(title)).append("::");
        text.append(message.lines()
                .map(line -> Visible.of(line).replace("%", "%25"))
                .reduce((one, next) -> one + "%0A" + next)
                .orElse(""));
        text.append('\n');
    }

    private static String property(String value) {
        return Visible.of(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
    }
}
