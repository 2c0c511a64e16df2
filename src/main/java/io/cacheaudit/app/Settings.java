package io.cacheaudit.app;

import java.util.Locale;
import java.util.Optional;

/**
 * Settings that are needed before the framework reads its configuration: a system property, or an environment variable
 * in the framework's spelling, in that order.
 */
final class Settings {
    static final String DATABASE_URL = "quarkus.datasource.jdbc.url";
    static final String DATABASE_USER = "quarkus.datasource.username";
    static final String DATABASE_PASSWORD = "quarkus.datasource.password";
    static final String HOST = "quarkus.http.host";
    static final String PORT = "quarkus.http.port";
    static final String DATA = "cache-audit.data";

    private Settings() {}

    static Optional<String> value(String name) {
        String property = System.getProperty(name);
        String value = property != null ? property : System.getenv(variable(name));
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    /** {@code quarkus.http.port} as {@code QUARKUS_HTTP_PORT}. */
    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
