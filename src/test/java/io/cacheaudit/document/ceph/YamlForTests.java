package io.cacheaudit.document.ceph;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The tables of ceph.conf, read for tests. */
public final class YamlForTests implements TreeReader {
    private static final Path FOLDER = Path.of("rules", "precedence");

    @Override
    public Parsed<Tree> read(String source, byte[] bytes) {
        Node node = new Yaml(new SafeConstructor(new LoaderOptions()))
                .compose(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        return Parsed.of(tree(source, node));
    }

    private static Tree tree(String source, Node node) {
        Provenance at = at(source, node);
        if (node instanceof ScalarNode scalar) {
            return new Tree.Scalar(at, type(scalar.getTag()), scalar.getValue());
        }
        if (node instanceof SequenceNode sequence) {
            return new Tree.Items(
                    at,
                    sequence.getValue().stream().map(item -> tree(source, item)).toList());
        }
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            fields.put(key, new Tree.Field(at(source, tuple.getKeyNode()), tree(source, tuple.getValueNode())));
        }
        return new Tree.Fields(at, fields);
    }

    private static Tree.Type type(Tag tag) {
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
                ? Tree.Type.NUMBER
                : tag.equals(Tag.BOOL) ? Tree.Type.BOOLEAN : tag.equals(Tag.NULL) ? Tree.Type.NULL : Tree.Type.STRING;
    }

    private static Provenance at(String source, Node node) {
        return new Provenance(
                source, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }

    static Tree tree(String file) throws IOException {
        Tree tree = new YamlForTests()
                .read(file, Files.readAllBytes(FOLDER.resolve(file + ".yaml")))
                .value();
        if (tree == null) {
            throw new IOException(file + " is empty");
        }
        return tree;
    }

    public static CephDialects dialects() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Map<String, Tree> trees = new LinkedHashMap<>();
        for (String file : CephDialects.FILES) {
            trees.put(file, tree(file));
        }
        CephDialects dialects = CephDialects.from(trees, problems);
        if (dialects == null || !problems.isEmpty()) {
            throw new IOException(problems.toString());
        }
        return dialects;
    }

    public static LibrbdOptions options() throws IOException {
        List<Problem> problems = new ArrayList<>();
        LibrbdOptions options = LibrbdOptions.from(tree(LibrbdOptions.FILE), problems);
        if (!problems.isEmpty()) {
            throw new IOException(problems.toString());
        }
        return options;
    }
}
