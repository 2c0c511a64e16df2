package io.cacheaudit.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cacheaudit.adapter.pack.RuleDirectory;
import io.cacheaudit.adapter.report.AuditJson;
import io.cacheaudit.document.DocumentSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The audit document of a document set, from the engine over the rules on the class path, made once. */
public final class AuditedJson {
    private static final Engine ENGINE = Engine.of(RuleDirectory.ofClassPath(AuditedJson.class.getClassLoader()));
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditedJson() {}

    public static JsonNode audit(DocumentSet set) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            AuditJson.write(ENGINE.auditor().audit(set, Instant.EPOCH), out);
            return JSON.readTree(out.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
