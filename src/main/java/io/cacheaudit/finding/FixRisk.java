package io.cacheaudit.finding;

import java.util.Arrays;
import java.util.Optional;

/** What mending a finding costs a running guest. */
public enum FixRisk {
    NONE("none"),
    LIVE_MIGRATE("live-migrate"),
    RESTART("restart");

    private final String word;

    FixRisk(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<FixRisk> of(String word) {
        return Arrays.stream(values()).filter(risk -> risk.word.equals(word)).findFirst();
    }
}
