package io.cacheaudit.app;

import io.cacheaudit.audit.HostAudits;
import io.cacheaudit.document.DocumentSet;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The host that comes with the program, pushed as any host is. */
@ApplicationScoped
class SampleHost {
    /** What deploy/sample-host calls itself. */
    static final String NAME = "compute-17";

    private static final String RESOURCE = "sample-host";

    private final HostReader reader;
    private final HostAudits audits;

    SampleHost(HostReader reader, HostAudits audits) {
        this.reader = reader;
        this.audits = audits;
    }

    /** Audits and stores it. */
    void push() throws IOException {
        Path root = Files.createTempDirectory("cache-audit-sample-");
        try {
            ClassPathUtils.consumeAsPaths(SampleHost.class.getClassLoader(), RESOURCE, found -> copy(found, root));
            DocumentSet set = reader.read(root);
            audits.push(set);
        } finally {
            delete(root);
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
