package io.cacheaudit.app;

import io.cacheaudit.document.DocumentSet;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a directory that looks like a host's root into the document set that host would send. */
@FunctionalInterface
interface HostReader {
    DocumentSet read(Path root) throws IOException;
}
