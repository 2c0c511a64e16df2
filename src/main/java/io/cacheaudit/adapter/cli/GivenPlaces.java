package io.cacheaudit.adapter.cli;

import io.cacheaudit.adapter.report.ReportPaths;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the caller finds the documents of the paths he gave: as he gave them, relative to the working directory where
 * they lie below it, else absolute.
 */
final class GivenPlaces {
    private GivenPlaces() {}

    static ReportPaths below(Path directory) {
        return ReportPaths.below(text(directory));
    }

    static ReportPaths ofFiles(Map<String, Path> files) {
        Map<String, Path> given = Map.copyOf(files);
        ReportPaths others = ReportPaths.ofHost();
        return document -> {
            Path path = given.get(document);
            return path == null ? others.of(document) : text(path);
        };
    }

    private static String text(Path given) {
        Path working = Path.of("").toAbsolutePath();
        Path absolute = working.resolve(given).normalize();
        Path place = absolute.startsWith(working) ? working.relativize(absolute) : absolute;
        return place.toString().replace(File.separatorChar, '/');
    }
}
