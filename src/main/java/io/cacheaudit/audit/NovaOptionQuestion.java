package io.cacheaudit.audit;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.Kind;
import io.cacheaudit.document.nova.NovaConf;
import io.cacheaudit.document.nova.OptionName;
import io.cacheaudit.document.nova.OptionReading;
import io.cacheaudit.document.nova.OptionSpec;
import io.cacheaudit.document.nova.OptionType;
import io.cacheaudit.document.nova.OsloDialects;
import io.cacheaudit.document.nova.OsloParser;
import io.cacheaudit.document.nova.OsloReader;
import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Missing;
import io.cacheaudit.version.Versions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The question {@code nova-option}: what oslo.config reads for one option from some files. */
public final class NovaOptionQuestion {
    private static final Provenance ANSWER = Provenance.whole("answer");
    private static final int MAX_ITEMS = 1000;

    private final Function<Versions, OsloDialects> dialects;

    public NovaOptionQuestion(Function<Versions, OsloDialects> dialects) {
        this.dialects = dialects;
    }

    /**
     * {@code {"value": …}}, null with {@code missing} where it is unknown; {@code {"error": class, "line": n}} where
     * oslo.config raises; {@code {"problem": …}} where the question is malformed.
     */
    public Tree answer(Tree.Fields question) {
        List<Problem> problems = new ArrayList<>();
        FieldsReader fields = new FieldsReader(question, problems);
        fields.required("ask");
        List<OptionSpec> options = new ArrayList<>();
        options.add(option(fields, "group", "option", problems));
        for (Tree other : limited(fields.tree("other_options"), "other_options", problems)) {
            FieldsReader reader = FieldsReader.of(other, "other_options", fields.at(), problems);
            if (reader != null) {
                options.add(option(reader, "group", "name", problems));
                reader.refuseUnknown();
            }
        }
        List<Document> documents = new ArrayList<>();
        for (Tree document : limited(required(fields, "documents", problems), "documents", problems)) {
            FieldsReader reader = FieldsReader.of(document, "documents", fields.at(), problems);
            if (reader != null) {
                documents.add(document(reader, problems));
            }
        }
        Versions versions = versions(fields.optional("oslo_config"), fields.at(), problems);
        fields.refuseUnknown();
        if (!problems.isEmpty()) {
            return fields(Map.of("problem", text(problems.get(0).message())));
        }
        NovaConf conf = OsloParser.parse(documents);
        return answer(dialects.apply(versions).read(conf, OsloReader.Registry.CLOSED, options));
    }

    private static Tree answer(OptionReading reading) {
        return reading.fold(
                given -> fields(Map.of("value", given.value().tree(ANSWER))),
                unset -> fields(Map.of("value", nothing())),
                failed -> {
                    Map<String, Tree> answer = new LinkedHashMap<>();
                    answer.put("error", text(failed.error().word()));
                    answer.put(
                            "line",
                            new Tree.Scalar(
                                    ANSWER,
                                    Tree.Type.NUMBER,
                                    Integer.toString(failed.at().line())));
                    return fields(answer);
                },
                unknown -> {
                    Map<String, Tree> answer = new LinkedHashMap<>();
                    answer.put("value", nothing());
                    answer.put(
                            "missing",
                            new Tree.Items(
                                    ANSWER,
                                    unknown.missing().stream()
                                            .map(NovaOptionQuestion::missing)
                                            .toList()));
                    return fields(answer);
                });
    }

    private static OptionSpec option(FieldsReader fields, String group, String name, List<Problem> problems) {
        String word = fields.required("type");
        Optional<OptionType> type = OptionType.of(word);
        if (type.isEmpty() && !word.isEmpty()) {
            problems.add(new Problem(fields.at(), "type: expected str, int, float, bool, list, dict or multistr"));
        }
        List<OptionName> deprecated = new ArrayList<>();
        for (Tree tree : limited(fields.tree("deprecated_names"), "deprecated_names", problems)) {
            FieldsReader reader = FieldsReader.of(tree, "deprecated_names", fields.at(), problems);
            if (reader != null) {
                deprecated.add(new OptionName(reader.required("group"), reader.required("name")));
            }
        }
        return new OptionSpec(
                new OptionName(fields.required(group), fields.required(name)),
                type.orElse(OptionType.STR),
                fields.texts("choices"),
                deprecated,
                true);
    }

    private static Document document(FieldsReader fields, List<Problem> problems) {
        String path = fields.required("path");
        String base64 = fields.optional("content_base64");
        if (base64 == null) {
            return Document.present(Kind.NOVA_CONF, path, fields.required("content"));
        }
        try {
            return Document.present(Kind.NOVA_CONF, path, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            problems.add(new Problem(fields.at(), "content_base64: expected base64"));
            return Document.present(Kind.NOVA_CONF, path, "");
        }
    }

    private static Versions versions(@Nullable String osloConfig, Provenance at, List<Problem> problems) {
        if (osloConfig == null) {
            return Versions.of(Map.of());
        }
        Versions versions = Versions.of(Map.of(Component.OSLO_CONFIG.word(), osloConfig));
        versions.problems().forEach(problem -> problems.add(new Problem(at, problem.message())));
        return versions;
    }

    private static @Nullable Tree required(FieldsReader fields, String name, List<Problem> problems) {
        Tree tree = fields.tree(name);
        if (tree == null) {
            problems.add(new Problem(fields.at(), name + ": missing"));
        }
        return tree;
    }

    private static List<Tree> limited(@Nullable Tree tree, String name, List<Problem> problems) {
        List<Tree> items = Tree.items(tree);
        if (tree != null && !(tree instanceof Tree.Items) || items.size() > MAX_ITEMS) {
            problems.add(
                    new Problem(tree == null ? ANSWER : tree.at(), name + ": expected a list of at most " + MAX_ITEMS));
            return List.of();
        }
        return items;
    }

    private static Tree missing(Missing missing) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("name", text(missing.name()));
        fields.put("collect", missing.collect() == null ? nothing() : text(missing.collect()));
        if (missing.because() != null) {
            fields.put("because", text(missing.because()));
        }
        return fields(fields);
    }

    private static Tree text(String value) {
        return new Tree.Scalar(ANSWER, Tree.Type.STRING, value);
    }

    private static Tree nothing() {
        return new Tree.Scalar(ANSWER, Tree.Type.NULL, "null");
    }

    private static Tree fields(Map<String, Tree> values) {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, new Tree.Field(ANSWER, value)));
        return new Tree.Fields(ANSWER, fields);
    }
}
