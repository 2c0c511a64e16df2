package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Status;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** The gate's answer as SARIF 2.1.0, one run. What is not known is a result of kind {@code open}. */
final class GateSarif {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final GateResult result;
    private final JsonGenerator json;
    private final SarifResult results;

    private GateSarif(GateResult result, ReportPaths paths, JsonGenerator json) {
        this.result = result;
        this.json = json;
        Map<String, Integer> rules = new HashMap<>();
        result.pack().rules().forEach(rule -> rules.put(rule.id(), rules.size()));
        this.results = new SarifResult(json, paths, rules);
    }

    /** Writes the log in UTF-8 and leaves the stream open. */
    static void write(GateResult result, ReportPaths paths, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new GateSarif(result, paths, json).log();
        }
    }

    private void log() throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool();
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "cache-audit/" + result.audit().host() + "/");
        json.writeEndObject();
        json.writeStringField("columnKind", "unicodeCodePoints");
        invocation();
        json.writeArrayFieldStart("results");
        for (GatedFinding gated : result.findings()) {
            results.write(gated, result.options().baseline() != null);
        }
        json.writeEndArray();
        properties();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "cache-audit");
        json.writeArrayFieldStart("rules");
        for (Rule rule : result.pack().rules()) {
            SarifRules.write(rule, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void invocation() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField(
                "executionSuccessful",
                result.findings().stream().noneMatch(gated -> gated.finding().status() == Status.ERROR));
        json.writeArrayFieldStart("toolConfigurationNotifications");
        for (Problem problem : result.audit().problems()) {
            boolean unparsed = result.unparsed().contains(problem.at().source());
            json.writeStartObject();
            json.writeStringField("level", unparsed ? "error" : "warning");
            SarifRules.message("message", problem.message(), json);
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            results.physical(new Evidence(problem.at(), null));
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        for (Waiver waiver : result.expired()) {
            json.writeStartObject();
            json.writeStringField("level", "warning");
            SarifRules.message(
                    "message",
                    "the waiver of " + waiver.rule() + " by " + waiver.owner() + " expired on " + waiver.expires(),
                    json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void properties() throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeFieldName("counts");
        AuditJson.counts(result.counts(), json);
        json.writeStringField("digest", result.audit().digest());
        json.writeStringField("fail_on", result.options().failOn().word());
        json.writeBooleanField("fail_on_unknown", result.options().failOnUnknown());
        json.writeStringField("host", result.audit().host());
        json.writeFieldName("rule_pack");
        AuditJson.pack(result.audit().pack(), json);
        json.writeStringField("verdict", result.verdict().name());
        json.writeEndObject();
    }
}
