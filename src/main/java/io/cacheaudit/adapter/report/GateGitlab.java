package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Fingerprint;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Subject;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/** The gate's answer as a code quality report of GitLab. What is waived is no part of it. */
final class GateGitlab {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String PROBLEM = "document-problem";

    private final GateResult result;
    private final ReportPaths paths;
    private final JsonGenerator json;

    private GateGitlab(GateResult result, ReportPaths paths, JsonGenerator json) {
        this.result = result;
        this.paths = paths;
        this.json = json;
    }

    /** Writes the report in UTF-8 and leaves the stream open. */
    static void write(GateResult result, ReportPaths paths, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new GateGitlab(result, paths, json).report();
        }
    }

    private void report() throws IOException {
        json.writeStartArray();
        for (GatedFinding gated : result.findings()) {
            if (gated.role() != GatedFinding.Role.WAIVED) {
                finding(gated);
            }
        }
        Set<String> taken = new HashSet<>();
        for (Problem problem : result.audit().problems()) {
            String fingerprint = Fingerprint.of(
                    PROBLEM,
                    result.audit().host(),
                    Subject.document(problem.at().source() + "\n" + problem.message()));
            if (taken.add(fingerprint)) {
                boolean unparsed = result.unparsed().contains(problem.at().source());
                entry(PROBLEM, problem.message(), fingerprint, unparsed ? "major" : "minor", problem.at());
            }
        }
        json.writeEndArray();
    }

    private void finding(GatedFinding gated) throws IOException {
        Finding finding = gated.finding();
        boolean failed = finding.status() == Status.FAIL;
        entry(
                finding.rule(),
                failed ? finding.message() : finding.status() + ": " + finding.message(),
                finding.fingerprint(),
                failed ? severity(finding.severity()) : "info",
                gated.decidedBy() == null ? where(finding) : gated.decidedBy().at());
    }

    /** Where no line decides: the document that the finding is about, else the host. */
    private Provenance where(Finding finding) {
        String subject = finding.subject().text();
        String prefix = Subject.document("").text();
        return Provenance.whole(
                subject.startsWith(prefix)
                        ? subject.substring(prefix.length())
                        : result.audit().host());
    }

    private void entry(String check, String description, String fingerprint, String severity, Provenance at)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("description", Visible.of(description));
        json.writeStringField("check_name", check);
        json.writeStringField("fingerprint", fingerprint.substring(fingerprint.indexOf(':') + 1));
        json.writeStringField("severity", severity);
        json.writeObjectFieldStart("location");
        json.writeStringField("path", paths.of(at.source()));
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", at.isWhole() ? 1 : at.line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
            case INFO -> "info";
        };
    }
}
