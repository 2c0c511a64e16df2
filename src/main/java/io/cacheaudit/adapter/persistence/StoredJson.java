package io.cacheaudit.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cacheaudit.finding.Evidence;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lists and maps that stand as JSON in a column. */
final class StoredJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StoredJson() {}

    static String missing(List<Missing> missing) {
        return write(missing.stream()
                .map(one -> new MissingRow(
                        StoredText.encode(one.name()),
                        StoredText.encodeNullable(one.collect()),
                        StoredText.encodeNullable(one.because())))
                .toList());
    }

    static List<Missing> missing(String json) {
        return read(json, new TypeReference<List<MissingRow>>() {}).stream()
                .map(row -> new Missing(
                        StoredText.decode(row.name()),
                        StoredText.decodeNullable(row.collect()),
                        StoredText.decodeNullable(row.because())))
                .toList();
    }

    static String evidence(List<Evidence> evidence) {
        return write(evidence.stream()
                .map(one -> new EvidenceRow(
                        StoredText.encode(one.at().source()),
                        one.at().line(),
                        one.at().column(),
                        StoredText.encodeNullable(one.text())))
                .toList());
    }

    static List<Evidence> evidence(String json) {
        return read(json, new TypeReference<List<EvidenceRow>>() {}).stream()
                .map(row -> new Evidence(
                        new Provenance(StoredText.decode(row.document()), row.line(), row.column()),
                        StoredText.decodeNullable(row.text())))
                .toList();
    }

    static String versions(Map<String, String> versions) {
        Map<String, String> encoded = new TreeMap<>();
        versions.forEach((word, text) -> encoded.put(StoredText.encode(word), StoredText.encode(text)));
        return write(encoded);
    }

    static Map<String, String> versions(String json) {
        Map<String, String> decoded = new TreeMap<>();
        read(json, new TypeReference<Map<String, String>>() {})
                .forEach((word, text) -> decoded.put(StoredText.decode(word), StoredText.decode(text)));
        return decoded;
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column holds JSON that this program did not write", e);
        }
    }

    record MissingRow(
            String name, @Nullable String collect, @Nullable String because) {}

    record EvidenceRow(
            String document, int line, int column, @Nullable String text) {}
}
