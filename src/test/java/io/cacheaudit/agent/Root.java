package io.cacheaudit.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A host's root that a test puts together. */
record Root(Path path) {
    Root file(String place, String content) throws IOException {
        return file(place, content.getBytes(StandardCharsets.UTF_8));
    }

    Root file(String place, byte[] content) throws IOException {
        Path file = path.resolve(place);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    Root link(String place, String target) throws IOException {
        Path link = path.resolve(place);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
        return this;
    }

    /** A program for the search path; {@code text} is a shell script without its first line. */
    Path tool(String name, String text) throws IOException {
        file(name, "#!/bin/sh\n" + text + "\n");
        Path tool = path.resolve(name);
        if (!tool.toFile().setExecutable(true)) {
            throw new IOException(tool + " cannot be made executable");
        }
        return tool;
    }
}
