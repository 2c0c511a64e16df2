package io.cacheaudit.adapter.cli;

import io.cacheaudit.document.DocumentSet;
import java.util.List;

/**
 * A host's documents as they were found.
 *
 * @param notes what could not be read and is no document, one sentence each
 */
public record HostReading(DocumentSet set, List<String> notes) {
    public HostReading {
        notes = List.copyOf(notes);
    }
}
