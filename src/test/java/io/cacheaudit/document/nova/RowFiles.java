package io.cacheaudit.document.nova;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.VersionRange;
import io.cacheaudit.version.VersionTable;
import io.cacheaudit.version.Versions;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The tables of this directory's kind, read for tests that need no pack loader. */
public final class RowFiles {
    /** A row: what the envelope says of it and its own fields. */
    public record Row<T>(String id, Map<Component, VersionRange> ranges, T fields) implements VersionTable.Row {}

    private RowFiles() {}

    public static <T> VersionTable<Row<T>> table(String name, BiFunction<FieldsReader, List<Problem>, T> from) {
        Tree.Fields root = (Tree.Fields) yaml(read(Path.of("rules/precedence/" + name + ".yaml")));
        List<Component> axes = Tree.texts(root.get("axes")).stream()
                .map(word -> Component.of(word).orElseThrow())
                .toList();
        List<Problem> problems = new ArrayList<>();
        List<Row<T>> rows = new ArrayList<>();
        for (Tree tree : Tree.items(root.get("rows"))) {
            FieldsReader reader = new FieldsReader((Tree.Fields) tree, problems);
            String id = reader.required("id");
            Map<Component, VersionRange> ranges = ranges(reader.tree("range"));
            reader.required("evidence");
            reader.texts("source");
            rows.add(new Row<>(id, ranges, from.apply(reader, problems)));
            reader.refuseUnknown();
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        return new VersionTable<>(
                name,
                axes,
                Tree.items(root.get("claims")).stream().map(RowFiles::ranges).toList(),
                rows);
    }

    public static Function<Versions, OsloDialects> dialects() {
        VersionTable<Row<OsloDialect>> table = table("oslo-config", OsloDialect::from);
        return versions -> new OsloDialects(
                table.candidates(versions).stream().map(Row::fields).toList(),
                table.match(versions).missing());
    }

    private static Map<Component, VersionRange> ranges(@Nullable Tree tree) {
        return ((Tree.Fields) Objects.requireNonNull(tree))
                .fields().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> Component.of(entry.getKey()).orElseThrow(),
                                entry -> VersionRange.parse(
                                        Component.of(entry.getKey()).orElseThrow(),
                                        Tree.texts(entry.getValue().value()).get(0))));
    }

    public static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** YAML, and with it JSON, as a tree. */
    public static Tree yaml(String text) {
        return tree(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    }

    private static Tree tree(Node node) {
        Provenance at = new Provenance(
                "test", node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
        if (node instanceof MappingNode mapping) {
            Map<String, Tree.Field> fields = new LinkedHashMap<>();
            mapping.getValue()
                    .forEach(entry -> fields.put(
                            ((ScalarNode) entry.getKeyNode()).getValue(),
                            new Tree.Field(at, tree(entry.getValueNode()))));
            return new Tree.Fields(at, fields);
        }
        if (node instanceof SequenceNode sequence) {
            return new Tree.Items(
                    at, sequence.getValue().stream().map(RowFiles::tree).toList());
        }
        ScalarNode scalar = (ScalarNode) node;
        Tag tag = scalar.getTag();
        Tree.Type type = Optional.ofNullable(Map.of(
                                Tag.INT, Tree.Type.NUMBER,
                                Tag.FLOAT, Tree.Type.NUMBER,
                                Tag.BOOL, Tree.Type.BOOLEAN,
                                Tag.NULL, Tree.Type.NULL)
                        .get(tag))
                .orElse(Tree.Type.STRING);
        return new Tree.Scalar(at, type, type == Tree.Type.NULL ? "null" : scalar.getValue());
    }
}
