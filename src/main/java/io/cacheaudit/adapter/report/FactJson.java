package io.cacheaudit.adapter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cacheaudit.effective.Derivation;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.Step;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces that stand beside every value: places, what is missing, derivations. */
final class FactJson {
    private FactJson() {}

    /** {@code document}, and {@code line} and {@code column} where the place is not the whole document. */
    static void place(Provenance at, JsonGenerator json) throws IOException {
        json.writeStringField("document", at.source());
        if (!at.isWhole()) {
            json.writeNumberField("line", at.line());
            json.writeNumberField("column", at.column());
        }
    }

    /** The field {@code missing}. A reason takes the place of a command where nothing can be collected. */
    static void missing(Collection<Missing> all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("missing");
        for (Missing missing : all) {
            json.writeStartObject();
            json.writeStringField("name", missing.name());
            json.writeStringField("collect", missing.collect());
            if (missing.because() != null) {
                json.writeStringField("because", missing.because());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A truth value, null where it is unknown. */
    static void truth(String name, Effective<Boolean> value, JsonGenerator json) throws IOException {
        Boolean known = value.<@Nullable Boolean>fold(Effective.Known::value, unknown -> null);
        if (known == null) {
            json.writeNullField(name);
        } else {
            json.writeBooleanField(name, known);
        }
    }

    /** A word, null where it is unknown or empty. */
    static void word(String name, Effective<String> value, JsonGenerator json) throws IOException {
        String known = value.<@Nullable String>fold(Effective.Known::value, unknown -> null);
        json.writeStringField(name, known == null || known.isEmpty() ? null : known);
    }

    static void derivation(Derivation derivation, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("derivation");
        json.writeStringField("row", derivation.row());
        json.writeFieldName("decided_by");
        if (derivation.decidedBy() == null) {
            json.writeNull();
        } else {
            step(derivation.decidedBy(), json);
        }
        steps("overridden", derivation.overridden(), json);
        steps("ignored", derivation.ignored(), json);
        if (!derivation.assumes().isEmpty()) {
            json.writeStringField("assumes", String.join("; ", derivation.assumes()));
        }
        json.writeEndObject();
    }

    private static void steps(String name, List<Step> steps, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Step step : steps) {
            step(step, json);
        }
        json.writeEndArray();
    }

    private static void step(Step step, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("layer", step.layer());
        if (step.at() != null) {
            place(step.at(), json);
        }
        if (step.value() != null) {
            json.writeStringField("value", step.value());
        }
        if (step.why() != null) {
            json.writeStringField("why", step.why());
        }
        json.writeEndObject();
    }
}
