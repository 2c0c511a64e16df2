package io.cacheaudit.audit;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A document set that one piece of evidence was taken from.
 *
 * @param evidence the kind of the document, or {@code versions.} and a component
 * @param what the same, with the path of the document
 */
record Removal(String evidence, String what, DocumentSet rest) {
    private static final String VERSIONS = "versions.";

    boolean isDocument() {
        return !evidence.startsWith(VERSIONS);
    }

    /** One for each document and each version of the set. A removed document is not spoken of; it is not absent. */
    static List<Removal> of(DocumentSet set) {
        List<Removal> removals = new ArrayList<>();
        for (Document document : set.documents()) {
            List<Document> documents = new ArrayList<>(set.documents());
            documents.remove(document);
            String kind = document.kind().word();
            removals.add(new Removal(
                    kind, kind + " " + document.path(), new DocumentSet(set.host(), set.versions(), documents)));
        }
        for (String word : set.versions().keySet()) {
            Map<String, String> versions = new TreeMap<>(set.versions());
            versions.remove(word);
            String name = VERSIONS + word;
            removals.add(new Removal(name, name, new DocumentSet(set.host(), versions, set.documents())));
        }
        return removals;
    }
}
