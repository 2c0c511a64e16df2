package io.cacheaudit.adapter.cli;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads JSON for these tests, with positions; JSON is YAML. */
final class YamlTrees implements TreeReader {
    @Override
    public Parsed<Tree> read(String source, byte[] bytes) {
        Node node = new Yaml(new LoaderOptions())
                .compose(new java.io.StringReader(new String(bytes, StandardCharsets.UTF_8)));
        return Parsed.of(tree(source, node));
    }

    private static Tree tree(String source, Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Tree.Field> fields = new LinkedHashMap<>();
            mapping.getValue()
                    .forEach(entry -> fields.put(
                            ((ScalarNode) entry.getKeyNode()).getValue(),
                            new Tree.Field(at(source, entry.getKeyNode()), tree(source, entry.getValueNode()))));
            return new Tree.Fields(at(source, node), fields);
        }
        if (node instanceof SequenceNode sequence) {
            return new Tree.Items(
                    at(source, node),
                    sequence.getValue().stream().map(item -> tree(source, item)).toList());
        }
        ScalarNode scalar = (ScalarNode) node;
        return new Tree.Scalar(
                at(source, node),
                scalar.getTag().getValue().endsWith(":str") ? Tree.Type.STRING : Tree.Type.NUMBER,
                scalar.getValue());
    }

    private static Provenance at(String source, Node node) {
        return new Provenance(
                source, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }
}
