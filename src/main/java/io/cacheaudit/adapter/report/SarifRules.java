package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.rule.Rule;
import java.io.IOException;

/** The rules of a pack as SARIF describes rules. Fields in braces stand where a finding has its own words. */
final class SarifRules {
    private SarifRules() {}

    /** SARIF 2.1.0 section 3.27.10. */
    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    /** The number by which code scanning of GitHub sorts: above 9 critical, from 7 high, from 4 medium. */
    private static String security(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFO -> "0.0";
        };
    }

    static void write(Rule rule, JsonGenerator json) throws IOException {
        Severity severity = rule.highestSeverity();
        String why = rule.texts().why().text().strip();
        String fix = rule.texts().remediation().text().strip();
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("name", rule.id());
        message("shortDescription", rule.title(), json);
        message("fullDescription", why, json);
        json.writeObjectFieldStart("help");
        json.writeStringField("text", why + "\n\n" + fix + "\n\nSources: " + String.join("; ", rule.sources()));
        json.writeStringField("markdown", markdown(rule, why, fix));
        json.writeEndObject();
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(severity));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("fix_risk", rule.fixRisk().word());
        json.writeStringField("security-severity", security(severity));
        json.writeStringField("severity", severity.word());
        json.writeArrayFieldStart("tags");
        json.writeString(rule.family());
        json.writeString("data-loss");
        json.writeString("security");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String markdown(Rule rule, String why, String fix) {
        StringBuilder text = new StringBuilder("**Why.** " + why + "\n\n**Mend it.** " + fix + "\n\nSources:\n");
        rule.sources().forEach(source -> text.append("\n- ").append(source));
        return text.toString();
    }

    /** A message with its text alone. */
    static void message(String name, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
