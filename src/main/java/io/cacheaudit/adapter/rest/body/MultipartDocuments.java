package io.cacheaudit.adapter.rest.body;

import io.cacheaudit.audit.request.DocumentDraft;
import io.cacheaudit.audit.request.DocumentSetBuilder;
import io.cacheaudit.audit.request.DocumentSetReader;
import io.cacheaudit.audit.request.KindByPath;
import io.cacheaudit.document.Kind;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart body to a document set: documents by name and file name, versions and manifest as JSON. */
final class MultipartDocuments {
    private static final String VERSIONS = "versions";
    private static final String MANIFEST = "manifest";
    private static final Set<String> ENTRY = Set.of("path", "presence", "mode", "owner");

    private final TreeReader json;
    private final DocumentSetBuilder builder;
    private final List<Part> documents = new ArrayList<>();
    private final Map<String, List<Integer>> byPath = new HashMap<>();
    private final Set<Integer> listed = new HashSet<>();

    MultipartDocuments(TreeReader json, DocumentSetBuilder builder) {
        this.json = json;
        this.builder = builder;
    }

    /** The documents in the order of the manifest, then those it does not list in the order of the parts. */
    void read(List<Part> parts) {
        Tree manifest = null;
        for (Part part : parts) {
            if (part.name().equals(VERSIONS)) {
                Tree versions = tree(part);
                if (versions != null) {
                    DocumentSetReader.versions(versions, "/versions", builder);
                }
            } else if (part.name().equals(MANIFEST)) {
                manifest = tree(part);
            } else {
                documents.add(part);
            }
        }
        for (int i = 0; i < documents.size(); i++) {
            String path = documents.get(i).fileName();
            byPath.computeIfAbsent(path == null ? "" : path, none -> new ArrayList<>())
                    .add(i);
        }
        if (manifest instanceof Tree.Items entries) {
            for (int i = 0; i < entries.items().size(); i++) {
                entry(entries.items().get(i), "/manifest/" + i);
            }
        } else if (manifest != null) {
            builder.problem("/manifest", manifest.at(), "manifest: expected a list");
        }
        for (int i = 0; i < documents.size(); i++) {
            if (!listed.contains(i)) {
                Part part = documents.get(i);
                builder.document(draft(i, part, part.fileName(), null, null, null));
            }
        }
    }

    private @Nullable Tree tree(Part part) {
        Parsed<Tree> parsed = json.read(part.name(), part.content());
        parsed.problems().forEach(problem -> builder.problem("/" + part.name(), problem.at(), problem.message()));
        return parsed.value();
    }

    private void entry(Tree tree, String pointer) {
        if (!(tree instanceof Tree.Fields fields)) {
            builder.problem(pointer, tree.at(), "expected an object");
            return;
        }
        DocumentSetReader.refuseUnknown(fields, pointer, ENTRY, builder);
        String path = DocumentSetReader.text(fields, "path", pointer, builder);
        String presence = DocumentSetReader.text(fields, "presence", pointer, builder);
        String mode = DocumentSetReader.text(fields, "mode", pointer, builder);
        String owner = DocumentSetReader.text(fields, "owner", pointer, builder);
        boolean sent = false;
        for (int i : byPath.getOrDefault(path == null ? "" : path, List.of())) {
            if (listed.add(i)) {
                builder.document(draft(i, documents.get(i), path, presence, mode, owner));
                sent = true;
            }
        }
        if (!sent) {
            String kind =
                    path == null ? null : KindByPath.of(path).map(Kind::word).orElse(null);
            builder.document(new DocumentDraft(pointer, fields.at(), kind, path, presence, mode, owner, null));
        }
    }

    private static DocumentDraft draft(
            int index,
            Part part,
            @Nullable String path,
            @Nullable String presence,
            @Nullable String mode,
            @Nullable String owner) {
        String pointer = "/documents/" + index;
        Provenance at = Provenance.whole(pointer);
        return new DocumentDraft(pointer, at, part.name(), path, presence, mode, owner, part.content());
    }
}
