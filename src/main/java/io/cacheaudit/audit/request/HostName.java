package io.cacheaudit.audit.request;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name a host sends: 1 to 253 of {@code a-z 0-9 . _ -}, not beginning with a dot or a dash, kept in lower case. */
public final class HostName {
    /** What a host name is, for messages. */
    public static final String EXPECTED = "expected 1 to 253 of a-z 0-9 . _ -, not beginning with . or -";

    /** The host of a document set that names none and is not stored. */
    public static final String CANDIDATE = "candidate";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_][a-z0-9._-]{0,252}");

    private HostName() {}

    /** The name as it is kept, or nothing where the text is none. */
    public static Optional<String> of(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
