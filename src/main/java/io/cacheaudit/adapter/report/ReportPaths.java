package io.cacheaudit.adapter.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where the program that reads a report finds a host's document. */
@FunctionalInterface
public interface ReportPaths {
    /** The path of a document, with slashes, relative to where the reader works or absolute. */
    String of(String document);

    /** A reader without the host's files: the host's path without its slash, and without a way out of the root. */
    static ReportPaths ofHost() {
        return ReportPaths::relative;
    }

    /** A path below a directory; the directory's name stands in front of it as it was given. */
    static ReportPaths below(String directory) {
        String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
        return document -> prefix + relative(document);
    }

    private static String relative(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
