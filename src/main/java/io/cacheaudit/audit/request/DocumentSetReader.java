package io.cacheaudit.audit.request;

import io.cacheaudit.text.NearestName;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the body {@code {"host", "versions", "documents"}} of a request; every problem carries a JSON pointer. */
public final class DocumentSetReader {
    private static final Set<String> MEMBERS = Set.of("host", "versions", "documents");
    private static final Set<String> DOCUMENT_MEMBERS =
            Set.of("kind", "path", "content", "content_base64", "presence", "mode", "owner");

    private final Limits limits;
    private final Set<String> members;

    public DocumentSetReader(Limits limits) {
        this(limits, Set.of());
    }

    /** @param others members of the body that somebody else reads */
    public DocumentSetReader(Limits limits, Set<String> others) {
        this.limits = limits;
        this.members = Stream.concat(MEMBERS.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads the set of the host in the address, or, where that is null, of the host the body names. */
    public DocumentSetBuilder.Result read(Tree body, @Nullable String addressed) {
        DocumentSetBuilder builder = new DocumentSetBuilder(addressed == null ? HostName.CANDIDATE : addressed, limits);
        if (body instanceof Tree.Fields fields) {
            refuseUnknown(fields, "", members, builder);
            String host = text(fields, "host", "", builder);
            if (host != null) {
                builder.host(host, addressed != null, at(fields, "host"));
            }
            Tree versions = fields.get("versions");
            if (versions != null) {
                versions(versions, "/versions", builder);
            }
            documents(fields, builder);
        } else {
            builder.problem("", body.at(), "expected an object with documents");
        }
        return builder.build();
    }

    /** Reads the member {@code versions}: an object of texts by component word. */
    public static void versions(Tree tree, String pointer, DocumentSetBuilder builder) {
        if (!(tree instanceof Tree.Fields fields)) {
            builder.problem(pointer, tree.at(), "versions: expected an object");
            return;
        }
        for (String word : fields.fields().keySet()) {
            String text = text(fields, word, pointer, builder);
            if (text != null) {
                builder.version(RequestProblem.pointer(pointer, word), at(fields, word), word, text);
            }
        }
    }

    /** Reports every member that is not one of {@code known}. */
    public static void refuseUnknown(
            Tree.Fields fields, String pointer, Set<String> known, DocumentSetBuilder builder) {
        fields.fields().forEach((name, field) -> {
            if (!known.contains(name)) {
                List<String> sorted = known.stream().sorted().toList();
                builder.problem(
                        RequestProblem.pointer(pointer, name),
                        field.keyAt(),
                        "unknown member" + NearestName.hint(name, sorted));
            }
        });
    }

    /** The text of a member that must be a string; null where it is absent, null or (with a problem) none. */
    public static @Nullable String text(Tree.Fields fields, String name, String pointer, DocumentSetBuilder builder) {
        Tree tree = fields.get(name);
        if (tree == null || tree instanceof Tree.Scalar none && none.type() == Tree.Type.NULL) {
            return null;
        }
        if (tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.STRING) {
            return scalar.text();
        }
        builder.problem(RequestProblem.pointer(pointer, name), tree.at(), "expected a string");
        return null;
    }

    private static void documents(Tree.Fields body, DocumentSetBuilder builder) {
        if (!(body.get("documents") instanceof Tree.Items items)) {
            builder.problem("/documents", at(body, "documents"), "documents: expected a list");
            return;
        }
        for (int i = 0; i < items.items().size(); i++) {
            String pointer = "/documents/" + i;
            Tree item = items.items().get(i);
            if (item instanceof Tree.Fields fields) {
                document(fields, pointer, builder);
            } else {
                builder.problem(pointer, item.at(), "expected an object");
            }
        }
    }

    private static void document(Tree.Fields fields, String pointer, DocumentSetBuilder builder) {
        refuseUnknown(fields, pointer, DOCUMENT_MEMBERS, builder);
        Content content = content(fields, pointer, builder);
        if (content.readable()) {
            builder.document(new DocumentDraft(
                    pointer,
                    fields.at(),
                    text(fields, "kind", pointer, builder),
                    text(fields, "path", pointer, builder),
                    text(fields, "presence", pointer, builder),
                    text(fields, "mode", pointer, builder),
                    text(fields, "owner", pointer, builder),
                    content.bytes()));
        }
    }

    private record Content(byte @Nullable [] bytes, boolean readable) {}

    private static Content content(Tree.Fields fields, String pointer, DocumentSetBuilder builder) {
        String plain = text(fields, "content", pointer, builder);
        String encoded = text(fields, "content_base64", pointer, builder);
        if (plain != null && encoded != null) {
            builder.problem(
                    pointer + "/content_base64",
                    at(fields, "content_base64"),
                    "content_base64: stands beside content, expected one of them");
            return new Content(null, false);
        }
        if (encoded == null) {
            return new Content(plain == null ? null : plain.getBytes(StandardCharsets.UTF_8), true);
        }
        try {
            return new Content(Base64.getDecoder().decode(encoded), true);
        } catch (IllegalArgumentException e) {
            builder.problem(
                    pointer + "/content_base64", at(fields, "content_base64"), "content_base64: expected base64");
            return new Content(null, false);
        }
    }

    private static Provenance at(Tree.Fields fields, String name) {
        Tree tree = fields.get(name);
        return tree == null ? fields.at() : tree.at();
    }
}
