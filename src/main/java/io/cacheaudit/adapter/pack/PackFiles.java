package io.cacheaudit.adapter.pack;

import io.cacheaudit.audit.RuleSource.LoadException;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every file of a rules directory in memory, by path relative to it. At most 5,000 files of at most 1 MiB each; files
 * and folders whose name begins with a dot are left out.
 *
 * @param label what positions put before the relative path
 */
record PackFiles(String label, SortedMap<String, byte[]> files) {
    private static final int MAX_FILES = 5_000;
    private static final int MAX_DEPTH = 8;
    private static final String ROOT = "rules";

    PackFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static PackFiles ofDirectory(Path directory) {
        String label = directory.toString();
        try {
            return new PackFiles(label, read(directory, label));
        } catch (IOException unreadable) {
            throw unreadable(label);
        }
    }

    /** The rules on the class path, which may be a directory or a jar. */
    static PackFiles ofClassPath(ClassLoader loader) {
        URL manifest = loader.getResource(ROOT + "/" + RuleDirectory.MANIFEST);
        if (manifest == null) {
            throw unreadable(ROOT);
        }
        try {
            String text = manifest.toExternalForm();
            int inside = text.indexOf("!/");
            if (inside < 0) {
                Path file = Path.of(manifest.toURI());
                return new PackFiles(ROOT, read(file.resolveSibling(""), ROOT));
            }
            Path jar = Path.of(new URI(text.substring("jar:".length(), inside)));
            try (FileSystem zip = FileSystems.newFileSystem(jar)) {
                return new PackFiles(ROOT, read(zip.getPath("/" + ROOT), ROOT));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw unreadable(ROOT);
        }
    }

    private static SortedMap<String, byte[]> read(Path root, String label) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root, MAX_DEPTH)) {
            paths = walk.filter(path -> isWanted(root.relativize(path)))
                    .filter(Files::isRegularFile)
                    .limit(MAX_FILES + 1)
                    .toList();
        }
        if (paths.size() > MAX_FILES) {
            throw failed(label, "expected at most " + MAX_FILES + " files");
        }
        for (Path path : paths) {
            String relative = root.relativize(path).toString().replace('\\', '/');
            if (Files.size(path) > YamlTreeReader.MAX_BYTES) {
                throw failed(label + "/" + relative, "expected at most " + YamlTreeReader.MAX_BYTES + " bytes");
            }
            files.put(relative, Files.readAllBytes(path));
        }
        return files;
    }

    private static boolean isWanted(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static LoadException unreadable(String label) {
        return failed(label, "expected a readable rules directory");
    }

    private static LoadException failed(String source, String message) {
        return new LoadException(List.of(new Problem(Provenance.whole(source), message)));
    }

    String source(String relative) {
        return label + "/" + relative;
    }
}
