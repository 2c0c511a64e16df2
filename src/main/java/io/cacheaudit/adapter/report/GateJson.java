package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.gate.GateResult;
import io.cacheaudit.audit.gate.GatedFinding;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.rule.OpenPass;
import io.cacheaudit.version.Missing;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The gate's answer as JSON; its findings are those of the audit document byte for byte. No time stands in it. */
final class GateJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private GateJson() {}

    /** Writes the answer in UTF-8 and leaves the stream open. */
    static void write(GateResult result, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(result, json);
        }
    }

    private static void write(GateResult result, JsonGenerator json) throws IOException {
        Audit audit = result.audit();
        json.writeStartObject();
        json.writeStringField("host", audit.host());
        json.writeStringField("digest", audit.digest());
        json.writeStringField("verdict", result.verdict().name());
        json.writeStringField("fail_on", result.options().failOn().word());
        json.writeBooleanField("fail_on_unknown", result.options().failOnUnknown());
        json.writeFieldName("rule_pack");
        AuditJson.pack(audit.pack(), json);
        json.writeFieldName("counts");
        AuditJson.counts(result.counts(), json);
        AuditJson.problems(audit.problems(), json);
        json.writeArrayFieldStart("unparsed");
        for (String document : result.unparsed()) {
            json.writeString(document);
        }
        json.writeEndArray();
        conditional(result.openPasses(), json);
        waived(result.findings(), json);
        waivers("expired_waivers", result.expired(), json);
        waivers("unused_waivers", result.unused(), json);
        baseline(result, json);
        json.writeArrayFieldStart("findings");
        for (GatedFinding gated : result.findings()) {
            FindingJson.write(gated.finding(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The passes that an unspoken layer could change: how many of each rule, and what would settle them. */
    private static void conditional(List<OpenPass> passes, JsonGenerator json) throws IOException {
        Map<String, Map<List<Missing>, Integer>> byRule = new TreeMap<>();
        for (OpenPass pass : passes) {
            byRule.computeIfAbsent(pass.rule(), rule -> new LinkedHashMap<>()).merge(pass.missing(), 1, Integer::sum);
        }
        json.writeArrayFieldStart("conditional_passes");
        for (Map.Entry<String, Map<List<Missing>, Integer>> rule : byRule.entrySet()) {
            for (Map.Entry<List<Missing>, Integer> passed : rule.getValue().entrySet()) {
                json.writeStartObject();
                json.writeStringField("rule", rule.getKey());
                json.writeNumberField("count", passed.getValue());
                FactJson.missing(passed.getKey(), json);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void waived(List<GatedFinding> findings, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("waived");
        for (GatedFinding gated : findings) {
            if (gated.role() == GatedFinding.Role.WAIVED) {
                json.writeStartObject();
                json.writeStringField("fingerprint", gated.finding().fingerprint());
                json.writeBooleanField("baseline", gated.known());
                json.writeFieldName("waiver");
                waiver(gated.waiver(), json);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void waivers(String name, List<Waiver> waivers, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Waiver waiver : waivers) {
            waiver(waiver, json);
        }
        json.writeEndArray();
    }

    private static void waiver(@Nullable Waiver waiver, JsonGenerator json) throws IOException {
        if (waiver == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("rule", waiver.rule());
        json.writeStringField("host", waiver.host());
        json.writeStringField("subject", waiver.subject());
        json.writeStringField("reason", waiver.reason());
        json.writeStringField("owner", waiver.owner());
        json.writeStringField("expires", waiver.expires().toString());
        json.writeEndObject();
    }

    /** How many fingerprints were given, and how many of them were found again; null where none were given. */
    private static void baseline(GateResult result, JsonGenerator json) throws IOException {
        json.writeFieldName("baseline");
        Set<String> baseline = result.options().baseline();
        if (baseline == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberField("given", baseline.size());
        json.writeNumberField(
                "found", result.findings().stream().filter(GatedFinding::known).count());
        json.writeEndObject();
    }
}
