package io.cacheaudit.adapter.pack;

import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML nodes as trees. A scalar stands where its text begins: after the quote, or on the first line of a block. Types
 * are those of YAML 1.2, so that {@code on} is a string.
 */
final class YamlNodes {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Set<String> BOOLEANS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    private final String source;
    private final List<String> lines;
    private final List<Problem> problems;

    YamlNodes(String source, List<String> lines, List<Problem> problems) {
        this.source = source;
        this.lines = lines;
        this.problems = problems;
    }

    Tree tree(Node node) {
        if (node instanceof MappingNode mapping) {
            return fields(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            refuseTag(node, Tag.SEQ);
            List<Tree> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(tree(item)));
            return new Tree.Items(at(node), items);
        }
        return scalar((ScalarNode) node);
    }

    private Tree fields(MappingNode mapping) {
        refuseTag(mapping, Tag.MAP);
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Tree value = tree(tuple.getValueNode());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                Tree.Field field = new Tree.Field(at(key), value);
                Tree.Field first = fields.putIfAbsent(key.getValue(), field);
                if (first != null) {
                    problems.add(new Problem(
                            at(key), "duplicate key \"" + key.getValue() + "\", first at " + first.keyAt()));
                }
            } else {
                problems.add(new Problem(at(tuple.getKeyNode()), "expected a plain key"));
            }
        }
        return new Tree.Fields(at(mapping), fields);
    }

    private Tree.Scalar scalar(ScalarNode node) {
        if (node.getTag().getValue().startsWith("!")) {
            problems.add(new Problem(at(node), "tags are not allowed"));
        }
        return new Tree.Scalar(begin(node), type(node), node.getValue());
    }

    private static Tree.Type type(ScalarNode node) {
        if (!node.isPlain()) {
            return Tree.Type.STRING;
        }
        if (node.getTag().equals(Tag.NULL)) {
            return Tree.Type.NULL;
        }
        if (BOOLEANS.contains(node.getValue())) {
            return Tree.Type.BOOLEAN;
        }
        return NUMBER.matcher(node.getValue()).matches() ? Tree.Type.NUMBER : Tree.Type.STRING;
    }

    private Provenance begin(ScalarNode node) {
        Provenance at = at(node);
        ScalarStyle style = node.getScalarStyle();
        return switch (style) {
            case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> new Provenance(source, at.line(), at.column() + 1);
            case LITERAL, FOLDED -> block(at);
            case PLAIN -> at;
        };
    }

    /** The first line with text below the indicator. */
    private Provenance block(Provenance indicator) {
        for (int line = indicator.line(); line < lines.size(); line++) {
            String text = lines.get(line);
            int indent = text.length() - text.stripLeading().length();
            if (indent < text.length()) {
                return new Provenance(source, line + 1, indent + 1);
            }
        }
        return indicator;
    }

    private void refuseTag(Node node, Tag expected) {
        if (!node.getTag().equals(expected)) {
            problems.add(new Problem(at(node), "tags are not allowed"));
        }
    }

    private Provenance at(Node node) {
        return YamlTreeReader.at(source, node.getStartMark());
    }
}
