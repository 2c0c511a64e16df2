package io.cacheaudit.rule;

import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Severity;
import io.cacheaudit.rule.Rule.ExceptionCase;
import io.cacheaudit.rule.Rule.SeverityCase;
import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.NearestName;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tree of one rule file and collects what is wrong with it. */
final class RuleReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** A release, a commit, or a section: what makes a source something that can be looked up. */
    private static final Pattern TAG = Pattern.compile("v?\\d+\\.\\d+|\\b[0-9a-f]{10,40}\\b|section \\d");

    private final String family;
    private final String folder;
    private final ConditionCompiler compiler;
    private final List<Problem> problems;

    RuleReader(String family, String folder, ConditionCompiler compiler, List<Problem> problems) {
        this.family = family;
        this.folder = folder;
        this.compiler = compiler;
        this.problems = problems;
    }

    @Nullable
    Rule read(Tree tree) {
        int before = problems.size();
        FieldsReader fields = FieldsReader.of(tree, "rule", tree.at(), problems);
        if (fields == null) {
            return null;
        }
        String id = id(fields);
        String title = sentence(fields, "title", "");
        SubjectKind subject = word(fields, "subject", SubjectKind::of, SubjectKind.DISK, words());
        Vocabulary<?> vocabulary = subject.vocabulary();
        Map<String, List<String>> applies = applies(fields.nested("applies"), vocabulary);
        Condition when = condition(fields.tree("when"), "when", fields.at(), vocabulary);
        List<SeverityCase> severities = severities(fields.tree("severity"), fields.at(), vocabulary);
        Rule.Texts texts = new Rule.Texts(
                template(fields, "message", vocabulary),
                template(fields, "why", vocabulary),
                template(fields, "remediation", vocabulary));
        FixRisk fixRisk = word(
                fields,
                "fix_risk",
                FixRisk::of,
                FixRisk.NONE,
                Arrays.stream(FixRisk.values()).map(FixRisk::word).toList());
        List<String> sources = sources(fields);
        String since = fields.required("since");
        List<ExceptionCase> exceptions = exceptions(fields.tree("exceptions"));
        fields.refuseUnknown();
        if (problems.size() > before || when == null) {
            return null;
        }
        return new Rule(
                id, family, title, subject, applies, when, severities, texts, fixRisk, sources, since, exceptions);
    }

    private String id(FieldsReader fields) {
        String id = fields.required("id");
        if (!id.isEmpty() && !(ID.matcher(id).matches() && id.equals(folder))) {
            problems.add(new Problem(
                    at(fields, "id"), "id: expected the folder's name \"" + folder + "\", found \"" + id + "\""));
        }
        return id;
    }

    private static List<String> words() {
        return Arrays.stream(SubjectKind.values()).map(SubjectKind::word).toList();
    }

    private <T> T word(
            FieldsReader fields, String name, Function<String, Optional<T>> of, T otherwise, List<String> known) {
        String text = fields.required(name);
        Optional<T> value = of.apply(text);
        if (value.isEmpty() && !text.isEmpty()) {
            problems.add(new Problem(
                    at(fields, name),
                    name + ": expected one of " + String.join(", ", known) + ", found \"" + text + "\""));
        }
        return value.orElse(otherwise);
    }

    private Map<String, List<String>> applies(@Nullable FieldsReader fields, Vocabulary<?> vocabulary) {
        Map<String, List<String>> applies = new TreeMap<>();
        if (fields != null) {
            for (String path : fields.names()) {
                if (vocabulary.field(path).isEmpty()) {
                    problems.add(new Problem(at(fields, path), vocabulary.unknownField(path)));
                }
                applies.put(path, fields.texts(path));
            }
        }
        return applies;
    }

    private @Nullable Condition condition(
            @Nullable Tree tree, String name, Provenance parent, Vocabulary<?> vocabulary) {
        if (tree instanceof Tree.Scalar scalar) {
            return compiler.compile(scalar.text(), vocabulary, scalar.at(), problems);
        }
        problems.add(new Problem(tree == null ? parent : tree.at(), name + ": expected a condition"));
        return null;
    }

    private List<SeverityCase> severities(@Nullable Tree tree, Provenance parent, Vocabulary<?> vocabulary) {
        List<Tree> items = tree instanceof Tree.Items list ? list.items() : tree == null ? List.of() : List.of(tree);
        List<SeverityCase> cases = new ArrayList<>();
        for (Tree item : items) {
            if (item instanceof Tree.Fields fields) {
                fields.fields()
                        .forEach((word, field) -> severity(word, field.keyAt())
                                .ifPresent(severity -> cases.add(new SeverityCase(
                                        severity, condition(field.value(), word, field.keyAt(), vocabulary)))));
            } else if (item instanceof Tree.Scalar scalar) {
                severity(scalar.text(), scalar.at()).ifPresent(severity -> cases.add(new SeverityCase(severity, null)));
            } else {
                problems.add(new Problem(item.at(), "severity: expected a word, or a word and its condition"));
            }
        }
        if (cases.isEmpty() || cases.get(cases.size() - 1).when() != null) {
            problems.add(new Problem(
                    tree == null ? parent : tree.at(), "severity: expected a last one without a condition"));
        }
        return cases;
    }

    private Optional<Severity> severity(String word, Provenance at) {
        Optional<Severity> severity = Severity.of(word);
        if (severity.isEmpty()) {
            List<String> known =
                    Arrays.stream(Severity.values()).map(Severity::word).toList();
            problems.add(new Problem(at, "unknown severity \"" + word + "\"" + NearestName.hint(word, known)));
        }
        return severity;
    }

    private Template template(FieldsReader fields, String name, Vocabulary<?> vocabulary) {
        return Template.of(sentence(fields, name, "."), vocabulary, at(fields, name), problems);
    }

    /** A text; what an operator reads as a sentence ends with a period, a title without. */
    private String sentence(FieldsReader fields, String name, String end) {
        String text = fields.required(name).strip();
        if (!text.isEmpty() && text.endsWith(".") == end.isEmpty()) {
            problems.add(new Problem(
                    at(fields, name),
                    name + ": expected " + (end.isEmpty() ? "no period" : "a period") + " at the end"));
        }
        return text;
    }

    private List<String> sources(FieldsReader fields) {
        List<String> sources = fields.texts("sources");
        if (sources.isEmpty()) {
            problems.add(new Problem(fields.at(), "sources: expected at least one"));
        }
        for (Tree source : Tree.items(fields.tree("sources"))) {
            if (source instanceof Tree.Scalar scalar
                    && !TAG.matcher(scalar.text()).find()) {
                problems.add(new Problem(scalar.at(), "source: expected a tag, a commit or a section in it"));
            }
        }
        return sources;
    }

    private List<ExceptionCase> exceptions(@Nullable Tree tree) {
        List<ExceptionCase> exceptions = new ArrayList<>();
        for (Tree item : Tree.items(tree)) {
            FieldsReader fields = FieldsReader.of(item, "exception", item.at(), problems);
            if (fields != null) {
                exceptions.add(new ExceptionCase(fields.required("without"), sentence(fields, "because", ".")));
                fields.refuseUnknown();
            }
        }
        return exceptions;
    }

    private static Provenance at(FieldsReader fields, String name) {
        Tree tree = fields.tree(name);
        return tree == null ? fields.at() : tree.at();
    }
}
