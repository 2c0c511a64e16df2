package io.cacheaudit.adapter.cli;

import io.cacheaudit.adapter.report.ReportPaths;
import io.cacheaudit.document.DocumentSet;
import java.util.List;

/**
 * A host's documents as they were found.
 *
 * @param notes what could not be read and is no document, one sentence each
 * @param places where the caller finds a document
 */
public record HostReading(DocumentSet set, List<String> notes, ReportPaths places) {
    public HostReading {
        notes = List.copyOf(notes);
    }
}
