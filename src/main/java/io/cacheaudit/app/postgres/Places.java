package io.cacheaudit.app.postgres;

import java.nio.file.Path;

/** Where a user's files of this program are, by the XDG base directory convention. */
public final class Places {
    private static final String PROGRAM = "cache-audit";

    private Places() {}

    /** Where {@code serve} keeps its data unless told otherwise. */
    public static Path data() {
        return under("XDG_DATA_HOME", ".local/share");
    }

    /** Where the unpacked programs are; a user without rights must be able to reach them. */
    static Path binaries(Identity identity) {
        return identity == Identity.NOBODY ? Path.of("/var/cache", PROGRAM) : under("XDG_CACHE_HOME", ".cache");
    }

    /** As a shell sees it; Java's own property is the password file's entry, whatever HOME says. */
    private static Path home() {
        String home = System.getenv("HOME");
        return home != null && Path.of(home).isAbsolute()
                ? Path.of(home)
                : Path.of(System.getProperty("user.home", "/nonexistent"));
    }

    private static Path under(String variable, String inHome) {
        String directory = System.getenv(variable);
        Path parent =
                directory != null && Path.of(directory).isAbsolute() ? Path.of(directory) : home().resolve(inHome);
        return parent.resolve(PROGRAM);
    }
}
