package io.cacheaudit.adapter.report;

import io.cacheaudit.audit.gate.GateResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms of a gate's answer, by their words in requests. */
public enum GateFormat {
    TEXT("text/plain;charset=UTF-8"),
    JSON("application/json");

    private final String mediaType;

    GateFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<GateFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** Every word, for messages. */
    public static String words() {
        return String.join(", ", Arrays.stream(values()).map(GateFormat::word).toList());
    }

    /** The whole answer; nothing of it leaves before all of it is there. Where paths are put back, by {@code paths}. */
    public byte[] bytes(GateResult result, ReportPaths paths) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (this) {
                case TEXT -> GateText.write(result, out);
                case JSON -> GateJson.write(result, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes every byte", e);
        }
        return out.toByteArray();
    }
}
