package io.cacheaudit.document;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All documents and versions of a host at one time, in canonical order: by kind, within ordered kinds as sent, else by
 * path. Two sets that mean the same are equal whatever order their documents were sent in.
 *
 * @param versions text by component word
 */
public record DocumentSet(String host, Map<String, String> versions, List<Document> documents) {
    public DocumentSet {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        documents = documents.stream().sorted(DocumentSet::order).toList();
    }

    private static int order(Document left, Document right) {
        int byKind = left.kind().compareTo(right.kind());
        return byKind != 0 || left.kind().isOrdered()
                ? byKind
                : Comparator.comparing(Document::path).compare(left, right);
    }

    public Stream<Document> of(Kind kind) {
        return documents.stream().filter(document -> document.kind() == kind);
    }
}
