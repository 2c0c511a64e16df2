package io.cacheaudit.app.postgres;

import java.util.ArrayList;
import java.util.List;

/** What becomes of the rows of a server. */
public enum Keeping {
    /** They survive crashes and power cuts. */
    KEPT(List.of(), List.of()),
    /** The directory is deleted at the end, so nothing is written through to the disk. */
    THROWN_AWAY(List.of("--no-sync"), List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));

    private static final int MAX_CONNECTIONS = 60;

    private final List<String> initdbOptions;
    private final List<String> settings;

    Keeping(List<String> initdbOptions, List<String> settings) {
        this.initdbOptions = initdbOptions;
        this.settings = settings;
    }

    List<String> initdbOptions() {
        return initdbOptions;
    }

    List<String> settings(int port) {
        List<String> all = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                // No socket file: the password guards the only way in.
                "unix_socket_directories=",
                "timezone=UTC",
                "max_connections=" + MAX_CONNECTIONS));
        all.addAll(settings);
        return all;
    }
}
