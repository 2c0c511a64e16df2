package io.cacheaudit.app.postgres;

import java.util.Locale;

/**
 * An operating system and processor that PostgreSQL binaries are published for, in the spelling of the archives'
 * names.
 */
record Platform(String system, String processor) {

    static Platform current() throws PostgresException {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** Reads Java's own names of system and processor, which differ between virtual machines. */
    static Platform of(String osName, String osArch) throws PostgresException {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "darwin" : "";
        String processor = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
        if (system.isEmpty() || processor.isEmpty()) {
            throw new PostgresException("no embedded PostgreSQL for " + osName + " on " + osArch
                    + ": give the URL of a server in QUARKUS_DATASOURCE_JDBC_URL");
        }
        return new Platform(system, processor);
    }

    /** The class path resource with the programs. */
    String archive() {
        return "postgres-" + system + "-" + processor + ".txz";
    }
}
