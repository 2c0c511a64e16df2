package io.cacheaudit.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the host found where it looked for a document. A file no document speaks of is unknown, which is none of these. */
public enum Presence {
    PRESENT,
    /** The host looked; there is no such file. */
    ABSENT,
    /** The file is there; its reader may not read it. */
    UNREADABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Presence> of(String word) {
        return Arrays.stream(values())
                .filter(presence -> presence.word().equals(word))
                .findFirst();
    }
}
