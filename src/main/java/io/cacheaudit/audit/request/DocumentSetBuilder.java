package io.cacheaudit.audit.request;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.text.NearestName;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the members of a document set one by one and collects what is wrong with them. */
public final class DocumentSetBuilder {
    private static final Pattern MODE = Pattern.compile("[0-7]{3,5}");
    private static final Pattern OWNER = Pattern.compile("[^\\s:]{1,256}:[^\\s:]{1,256}");

    private final Limits limits;
    private final List<RequestProblem> problems = new ArrayList<>();
    private final Map<String, String> versions = new TreeMap<>();
    private final List<Document> documents = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private String host;

    /** A builder for a host whose name was checked. */
    public DocumentSetBuilder(String host, Limits limits) {
        this.host = host;
        this.limits = limits;
    }

    /** What a document set came to: the set where there is no problem at all, else the problems. */
    public record Result(@Nullable DocumentSet set, List<RequestProblem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    public Result build() {
        return problems.isEmpty()
                ? new Result(new DocumentSet(host, versions, documents), List.of())
                : new Result(null, problems);
    }

    /** Adds a problem; beyond the limit they are not kept. */
    public void problem(String pointer, Provenance at, String message) {
        if (problems.size() < limits.problems()) {
            problems.add(RequestProblem.of(pointer, at, message));
        }
    }

    /** The host the body names: it must equal the one in the address where there is one. */
    void host(String text, boolean addressed, Provenance at) {
        Optional<String> name = HostName.of(text);
        if (name.isEmpty()) {
            problem("/host", at, "host: " + HostName.EXPECTED);
        } else if (addressed && !name.get().equals(host)) {
            problem("/host", at, "host: differs from the host in the address");
        } else {
            host = name.get();
        }
    }

    /** One version by its component's word. */
    void version(String pointer, Provenance at, String word, String text) {
        if (Component.of(word).isEmpty()) {
            List<String> words =
                    Arrays.stream(Component.values()).map(Component::word).toList();
            problem(pointer, at, "unknown component" + NearestName.hint(word, words));
        } else if (text.length() > limits.versionLength() || hasControl(text)) {
            problem(
                    pointer,
                    at,
                    word + ": expected at most " + limits.versionLength() + " characters, none of them a control");
        } else {
            versions.put(word, text);
        }
    }

    /** One document; it joins the set when nothing is wrong with it. */
    public void document(DocumentDraft draft) {
        Kind kind = kind(draft);
        String path = path(draft);
        Presence presence = presence(draft);
        boolean content = checkContent(draft, presence);
        boolean owned = checkOwner(draft);
        if (kind == null || path == null || presence == null || !content || !owned) {
            return;
        }
        if (!names.add(kind.word() + "\n" + path)) {
            problem(draft.pointer() + "/path", draft.at(), "path: another " + kind.word() + " has this path");
        } else if (documents.size() == limits.documents()) {
            problem("/documents", draft.at(), "expected at most " + limits.documents() + " documents");
        } else {
            byte[] bytes = draft.content();
            documents.add(new Document(
                    kind, path, presence, bytes == null ? new byte[0] : bytes, draft.mode(), draft.owner()));
        }
    }

    private @Nullable Kind kind(DocumentDraft draft) {
        String word = draft.kind();
        if (word == null) {
            problem(draft.pointer() + "/kind", draft.at(), "kind: missing");
            return null;
        }
        Optional<Kind> kind = Kind.of(word);
        if (kind.isEmpty()) {
            List<String> words = Arrays.stream(Kind.values()).map(Kind::word).toList();
            problem(draft.pointer() + "/kind", draft.at(), "kind: unknown kind" + NearestName.hint(word, words));
        }
        return kind.orElse(null);
    }

    private @Nullable String path(DocumentDraft draft) {
        String path = draft.path();
        String pointer = draft.pointer() + "/path";
        if (path == null || path.isEmpty()) {
            problem(pointer, draft.at(), "path: missing");
            return null;
        }
        if (path.length() > limits.pathLength()) {
            problem(pointer, draft.at(), "path: expected at most " + limits.pathLength() + " characters");
            return null;
        }
        if (hasControl(path)) {
            problem(pointer, draft.at(), "path: holds a control character");
            return null;
        }
        return path;
    }

    private @Nullable Presence presence(DocumentDraft draft) {
        if (draft.presence() == null) {
            return Presence.PRESENT;
        }
        Optional<Presence> presence = Presence.of(draft.presence());
        if (presence.isEmpty()) {
            problem(
                    draft.pointer() + "/presence",
                    draft.at(),
                    "presence: expected \"present\", \"absent\" or \"unreadable\"");
        }
        return presence.orElse(null);
    }

    private boolean checkContent(DocumentDraft draft, @Nullable Presence presence) {
        byte[] content = draft.content();
        String pointer = draft.pointer() + "/content";
        if (presence == Presence.PRESENT && content == null) {
            problem(pointer, draft.at(), "content: missing");
        } else if (presence != null && presence != Presence.PRESENT && content != null) {
            problem(pointer, draft.at(), "content: a document that is " + presence.word() + " has none");
        } else if (content != null && content.length > limits.contentBytes()) {
            problem(pointer, draft.at(), "content: expected at most " + limits.contentBytes() + " bytes");
        } else {
            return presence != null;
        }
        return false;
    }

    private boolean checkOwner(DocumentDraft draft) {
        boolean mode = draft.mode() == null || MODE.matcher(draft.mode()).matches();
        boolean owner = draft.owner() == null || OWNER.matcher(draft.owner()).matches() && !hasControl(draft.owner());
        if (!mode) {
            problem(draft.pointer() + "/mode", draft.at(), "mode: expected permission bits such as \"0640\"");
        }
        if (!owner) {
            problem(draft.pointer() + "/owner", draft.at(), "owner: expected user and group such as \"root:ceph\"");
        }
        return mode && owner;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
