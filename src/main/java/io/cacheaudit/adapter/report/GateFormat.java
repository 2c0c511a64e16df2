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
    JSON("application/json"),
    SARIF("application/sarif+json"),
    JUNIT("application/xml"),
    GITLAB("application/json"),
    GITHUB("text/plain;charset=UTF-8"),
    MARKDOWN("text/markdown;charset=UTF-8");

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

    /** The whole answer, since none that breaks off may leave; SARIF, GitLab and GitHub name documents by {@code paths}. */
    public byte[] bytes(GateResult result, ReportPaths paths) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (this) {
                case TEXT -> GateText.write(result, out);
                case JSON -> GateJson.write(result, out);
                case SARIF -> GateSarif.write(result, paths, out);
                case JUNIT -> GateJunit.write(result, out);
                case GITLAB -> GateGitlab.write(result, paths, out);
                case GITHUB -> GateGithub.write(result, paths, out);
                case MARKDOWN -> GateMarkdown.write(result, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes every byte", e);
        }
        return out.toByteArray();
    }
}
