package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.audit.gate.GatedFinding.Role;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.text.Provenance;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One finding as a SARIF result. */
final class SarifResult {
    private static final String SOURCE_ROOT = "%SRCROOT%";

    private final JsonGenerator json;
    private final ReportPaths paths;
    private final Map<String, Integer> rules;

    /** @param rules the place of each rule in the run's list */
    SarifResult(JsonGenerator json, ReportPaths paths, Map<String, Integer> rules) {
        this.json = json;
        this.paths = paths;
        this.rules = rules;
    }

    /** @param baselined whether the run is compared with a baseline */
    void write(GatedFinding gated, boolean baselined) throws IOException {
        Finding finding = gated.finding();
        boolean failed = finding.status() == Status.FAIL;
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        Integer index = rules.get(finding.rule());
        if (index != null) {
            json.writeNumberField("ruleIndex", index);
        }
        json.writeStringField("kind", failed ? "fail" : "open");
        json.writeStringField("level", failed ? SarifRules.level(finding.severity()) : "none");
        SarifRules.message("message", message(finding), json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        if (gated.decidedBy() != null) {
            physical(gated.decidedBy());
        }
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", finding.subject().text());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        related(gated.overridden());
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("cacheAudit/v1", finding.fingerprint());
        // The one by which GitHub tells apart two disks that the same line of one file decides.
        json.writeStringField("primaryLocationLineHash", finding.fingerprint());
        json.writeEndObject();
        if (baselined) {
            json.writeStringField("baselineState", gated.known() ? "unchanged" : "new");
        }
        suppressions(gated);
        properties(gated);
        json.writeEndObject();
    }

    private static String message(Finding finding) {
        return finding.status() == Status.FAIL
                ? finding.message() + "\n\n" + finding.remediation().strip()
                : finding.message();
    }

    private void related(List<GatedFinding.Overridden> overridden) throws IOException {
        json.writeArrayFieldStart("relatedLocations");
        int id = 0;
        for (GatedFinding.Overridden lost : overridden) {
            if (lost.at() != null) {
                json.writeStartObject();
                json.writeNumberField("id", id++);
                physical(lost.at());
                String value = lost.value() == null ? "" : ": " + lost.value();
                SarifRules.message("message", "overridden, " + lost.layer() + value, json);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void suppressions(GatedFinding gated) throws IOException {
        json.writeArrayFieldStart("suppressions");
        Waiver waiver = gated.waiver();
        if (waiver != null) {
            suppression(waiver.reason(), waiver);
        } else if (gated.role() == Role.WAIVED) {
            suppression("stands in the baseline", null);
        }
        json.writeEndArray();
    }

    private void suppression(String reason, @Nullable Waiver waiver) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "external");
        json.writeStringField("status", "accepted");
        json.writeStringField("justification", reason);
        if (waiver != null) {
            json.writeObjectFieldStart("properties");
            json.writeStringField("expires", waiver.expires().toString());
            json.writeStringField("owner", waiver.owner());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void properties(GatedFinding gated) throws IOException {
        Finding finding = gated.finding();
        json.writeObjectFieldStart("properties");
        json.writeBooleanField("conditional", finding.conditional());
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            json.writeStartObject();
            FactJson.place(evidence.at(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("fix_risk", finding.fixRisk().word());
        FactJson.missing(finding.missing(), json);
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("status", finding.status().name());
        json.writeEndObject();
    }

    /** The field {@code physicalLocation}. */
    void physical(Evidence evidence) throws IOException {
        Provenance at = evidence.at();
        String path = paths.of(at.source());
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", SarifUri.of(path));
        if (!SarifUri.isAbsolute(path)) {
            json.writeStringField("uriBaseId", SOURCE_ROOT);
        }
        json.writeEndObject();
        if (!at.isWhole()) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", at.line());
            json.writeNumberField("startColumn", at.column());
            json.writeEndObject();
            if (evidence.text() != null) {
                json.writeObjectFieldStart("contextRegion");
                json.writeNumberField("startLine", at.line());
                SarifRules.message("snippet", evidence.text(), json);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }
}
