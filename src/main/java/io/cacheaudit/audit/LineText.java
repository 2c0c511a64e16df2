package io.cacheaudit.audit;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.text.Provenance;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of the redacted documents of one set, by position. */
public final class LineText {
    private static final int MAX_LENGTH = 200;

    private final Map<String, Document> documents = new HashMap<>();
    private final Map<String, String[]> lines = new HashMap<>();

    /** The lines of a set that was redacted. */
    public LineText(DocumentSet set) {
        set.documents().forEach(document -> documents.putIfAbsent(document.path(), document));
    }

    /** The line without blanks around it, cut at 200 characters; null where the position is no line of a document. */
    public @Nullable String of(Provenance at) {
        Document document = documents.get(at.source());
        if (document == null || at.isWhole()) {
            return null;
        }
        String[] all =
                lines.computeIfAbsent(at.source(), path -> document.text().split("\r\n|\n|\r", -1));
        if (at.line() > all.length) {
            return null;
        }
        String line = all[at.line() - 1].strip();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }
}
