package io.cacheaudit.audit;

import io.cacheaudit.audit.RuleCase.Expectation;
import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.Presence;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.finding.Status;
import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Component;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the tree of one case file and collects what is wrong with it. */
final class RuleCaseReader {
    private static final String HOST = "candidate";

    private final String rule;
    private final String name;
    private final Function<String, byte @Nullable []> file;
    private final List<Problem> problems;

    RuleCaseReader(String rule, String name, Function<String, byte @Nullable []> file, List<Problem> problems) {
        this.rule = rule;
        this.name = name;
        this.file = file;
        this.problems = problems;
    }

    @Nullable
    RuleCase read(Tree tree) {
        int before = problems.size();
        FieldsReader fields = FieldsReader.of(tree, "case", tree.at(), problems);
        if (fields == null) {
            return null;
        }
        Map<String, String> versions = versions(fields.nested("versions"));
        List<Document> documents = new ArrayList<>();
        for (Tree item : Tree.items(fields.tree("documents"))) {
            document(item).ifPresent(documents::add);
        }
        List<Expectation> expectations = new ArrayList<>();
        for (Tree item : Tree.items(fields.tree("expect"))) {
            expectation(item).ifPresent(expectations::add);
        }
        if (expectations.isEmpty()) {
            problems.add(new Problem(fields.at(), "expect: expected at least one subject"));
        }
        fields.refuseUnknown();
        return problems.size() > before
                ? null
                : new RuleCase(rule, name, new DocumentSet(HOST, versions, documents), expectations);
    }

    private Map<String, String> versions(@Nullable FieldsReader fields) {
        Map<String, String> versions = new TreeMap<>();
        if (fields != null) {
            for (String word : fields.names()) {
                if (Component.of(word).isPresent()) {
                    versions.put(word, fields.required(word));
                }
            }
            fields.refuseUnknown();
        }
        return versions;
    }

    private Optional<Document> document(Tree tree) {
        FieldsReader fields = FieldsReader.of(tree, "document", tree.at(), problems);
        if (fields == null) {
            return Optional.empty();
        }
        Kind kind = word(fields, "kind", fields.required("kind"), Kind::of, Kind.NOVA_CONF);
        String path = fields.required("path");
        String presence = fields.optional("presence");
        Presence found =
                word(fields, "presence", presence == null ? "present" : presence, Presence::of, Presence.PRESENT);
        byte[] content = content(fields);
        fields.refuseUnknown();
        if (found == Presence.PRESENT && content == null) {
            problems.add(new Problem(tree.at(), "document: expected content, or a file in the folder of the case"));
            return Optional.empty();
        }
        return Optional.of(new Document(kind, path, found, content == null ? new byte[0] : content, null, null));
    }

    private byte @Nullable [] content(FieldsReader fields) {
        String content = fields.optional("content");
        String fileName = fields.optional("file");
        if (content != null) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        return fileName == null ? null : file.apply(fileName);
    }

    private Optional<Expectation> expectation(Tree tree) {
        FieldsReader fields = FieldsReader.of(tree, "expectation", tree.at(), problems);
        if (fields == null) {
            return Optional.empty();
        }
        String subject = fields.required("subject");
        Status status = word(fields, "status", fields.required("status"), Status::of, Status.ERROR);
        String severity = fields.optional("severity");
        String conditional = fields.optional("conditional");
        Severity worst = severity == null ? null : word(fields, "severity", severity, Severity::of, Severity.INFO);
        fields.refuseUnknown();
        return Optional.of(
                new Expectation(subject, status, worst, conditional == null ? null : Boolean.valueOf(conditional)));
    }

    private <T> T word(FieldsReader fields, String field, String text, Function<String, Optional<T>> of, T otherwise) {
        Optional<T> value = of.apply(text);
        if (value.isEmpty() && !text.isEmpty()) {
            Tree tree = fields.tree(field);
            Provenance at = tree == null ? fields.at() : tree.at();
            problems.add(new Problem(at, field + ": \"" + text + "\" is not one of the contract's words"));
        }
        return value.orElse(otherwise);
    }
}
