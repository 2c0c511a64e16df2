package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Counts;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * The audit document: an audit as JSON, written disk by disk, so that ten thousand disks take no more memory than one.
 * The same audit gives the same bytes.
 */
public final class AuditJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private AuditJson() {}

    /** Writes the audit in UTF-8 and leaves the stream open. */
    public static void write(Audit audit, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            write(audit, json);
        }
    }

    private static void write(Audit audit, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("host", audit.host());
        json.writeStringField("digest", audit.digest());
        json.writeStringField("audited_at", audit.auditedAt().toString());
        json.writeStringField("verdict", audit.verdict().name());
        json.writeFieldName("rule_pack");
        pack(audit.pack(), json);
        json.writeObjectFieldStart("versions");
        for (Map.Entry<String, String> version : audit.versions().entrySet()) {
            json.writeStringField(version.getKey(), version.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("counts");
        counts(audit.counts(), json);
        problems(audit.problems(), json);
        json.writeArrayFieldStart("disks");
        for (EffectiveDisk disk : audit.effective().disks()) {
            DiskJson.write(disk, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : audit.findings()) {
            FindingJson.write(finding, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void pack(PackId pack, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", pack.name());
        json.writeStringField("version", pack.version());
        json.writeStringField("digest", pack.digest());
        json.writeEndObject();
    }

    static void counts(Counts counts, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<Severity, Integer> fails : counts.fails().entrySet()) {
            json.writeNumberField(fails.getKey().word(), fails.getValue());
        }
        json.writeNumberField("unknown", counts.unknown());
        json.writeNumberField("error", counts.error());
        json.writeNumberField("pass", counts.pass());
        json.writeNumberField("not_applicable", counts.notApplicable());
        json.writeNumberField("waived", counts.waived());
        json.writeEndObject();
    }

    static void problems(List<Problem> problems, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            json.writeStartObject();
            FactJson.place(problem.at(), json);
            json.writeStringField("message", problem.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
