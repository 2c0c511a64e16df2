package io.cacheaudit.adapter.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as URI references (RFC 3986): every byte that could mean something else is percent-encoded. */
final class SarifUri {
    private static final String PLAIN = "-._~";

    private SarifUri() {}

    static boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    /** A {@code file:} URI of an absolute path, else a relative reference. */
    static String of(String path) {
        StringBuilder uri = new StringBuilder(isAbsolute(path) ? "file://" : "");
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (octet & 0xff);
            if (plain == '/' || isUnreserved(plain)) {
                uri.append(plain);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            }
        }
        return uri.toString();
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
    }
}
