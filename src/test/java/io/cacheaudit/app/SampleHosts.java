package io.cacheaudit.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.cacheaudit.adapter.cli.HostDirectory;
import io.cacheaudit.adapter.cli.HostReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hosts that {@code demo} starts with, from where they stand in the repository. */
final class SampleHosts {
    static final Path FLEET = Path.of("deploy/sample-fleet");
    private static final Path HOST = Path.of("deploy/sample-host");

    private SampleHosts() {}

    /** The directories of the fleet's own hosts, without compute-17's. */
    static List<Path> directories() throws IOException {
        try (Stream<Path> entries = Files.list(FLEET)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static HostReading read(String host) {
        return HostDirectory.read(host.equals("compute-17") ? HOST : FLEET.resolve(host), Map.of(), Engine.json());
    }

    static JsonNode audit(String host) {
        return AuditedJson.audit(read(host).set());
    }
}
