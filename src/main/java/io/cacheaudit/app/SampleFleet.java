package io.cacheaudit.app;

import io.cacheaudit.audit.HostAudits;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The hosts that come with the program, pushed as any host is. */
@ApplicationScoped
class SampleFleet {
    private static final String RESOURCE = "sample-fleet";

    private final HostReader reader;
    private final HostAudits audits;

    SampleFleet(HostReader reader, HostAudits audits) {
        this.reader = reader;
        this.audits = audits;
    }

    /** Audits and stores each host; answers how many there are. */
    int push() throws IOException {
        Path root = Files.createTempDirectory("cache-audit-sample-");
        try {
            ClassPathUtils.consumeAsPaths(SampleFleet.class.getClassLoader(), RESOURCE, found -> copy(found, root));
            List<Path> hosts = hosts(root);
            for (Path host : hosts) {
                audits.push(reader.read(host));
            }
            return hosts.size();
        } finally {
            delete(root);
        }
    }

    private static List<Path> hosts(Path root) throws IOException {
        try (Stream<Path> hosts = Files.list(root)) {
            return hosts.sorted().toList();
        }
    }

    /** The files stand in a jar, while hosts are read from directories. */
    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
