package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.finding.Finding;
import java.io.IOException;

/** One finding as JSON, as the audit document and lists show it. */
public final class FindingJson {
    private FindingJson() {}

    /** Writes the finding as an object. */
    public static void write(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        members(finding, json);
        json.writeEndObject();
    }

    /** Writes the members alone, into an object that the caller began. */
    public static void members(Finding finding, JsonGenerator json) throws IOException {
        json.writeStringField("rule", finding.rule());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("status", finding.status().name());
        json.writeStringField("subject", finding.subject().text());
        json.writeStringField("fingerprint", finding.fingerprint());
        json.writeStringField("message", finding.message());
        json.writeStringField("why", finding.why());
        json.writeStringField("remediation", finding.remediation());
        json.writeStringField("fix_risk", finding.fixRisk().word());
        json.writeBooleanField("conditional", finding.conditional());
        FactJson.missing(finding.missing(), json);
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            json.writeStartObject();
            FactJson.place(evidence.at(), json);
            if (evidence.text() != null) {
                json.writeStringField("text", evidence.text());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
