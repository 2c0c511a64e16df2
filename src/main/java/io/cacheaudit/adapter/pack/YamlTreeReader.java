package io.cacheaudit.adapter.pack;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one YAML document of at most 1 MiB and 40 levels. Aliases and duplicate keys are refused. */
public final class YamlTreeReader implements TreeReader {
    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 40;

    @Override
    public Parsed<Tree> read(String source, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Parsed.failed(Provenance.whole(source), "expected at most " + MAX_BYTES + " bytes");
        }
        String text = decode(bytes);
        if (text == null) {
            return Parsed.failed(Provenance.whole(source), "expected UTF-8");
        }
        List<Problem> problems = new ArrayList<>();
        try {
            refuse(source, text, problems);
            if (!problems.isEmpty()) {
                return new Parsed<>(null, problems);
            }
            Node node = yaml().compose(new StringReader(text));
            Tree tree = node == null ? null : new YamlNodes(source, text.lines().toList(), problems).tree(node);
            if (tree == null && problems.isEmpty()) {
                return Parsed.failed(Provenance.whole(source), "expected a document, found nothing");
            }
            return new Parsed<>(problems.isEmpty() ? tree : null, problems);
        } catch (MarkedYAMLException malformed) {
            problems.add(new Problem(at(source, malformed.getProblemMark()), words(malformed)));
        } catch (YAMLException malformed) {
            problems.add(new Problem(Provenance.whole(source), "not readable as YAML: a character that YAML forbids"));
        }
        return new Parsed<>(null, problems);
    }

    static Provenance at(String source, @Nullable Mark mark) {
        return mark == null
                ? Provenance.whole(source)
                : new Provenance(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String words(MarkedYAMLException malformed) {
        String problem = malformed.getProblem();
        return problem == null ? "malformed YAML" : "malformed YAML: " + problem.strip();
    }

    private static @Nullable String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** What must not reach the composer: aliases, which can multiply a text without bound, and deep nesting. */
    private static void refuse(String source, String text, List<Problem> problems) {
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof AliasEvent) {
                problems.add(new Problem(at(source, event.getStartMark()), "aliases are not allowed"));
            } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                problems.add(new Problem(at(source, event.getStartMark()), "nested deeper than " + MAX_DEPTH));
                return;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH + 1);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }
}
