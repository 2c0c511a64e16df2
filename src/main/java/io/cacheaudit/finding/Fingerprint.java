package io.cacheaudit.finding;

import io.cacheaudit.document.Digest;
import java.nio.charset.StandardCharsets;

/** The identity of a finding across audits: the SHA-256 of rule id, host and subject, and nothing else. */
public final class Fingerprint {
    private Fingerprint() {}

    /** {@code sha256:} and 64 lower-case hex digits. */
    public static String of(String rule, String host, Subject subject) {
        return Digest.of((rule + "\n" + host + "\n" + subject.text()).getBytes(StandardCharsets.UTF_8));
    }
}
