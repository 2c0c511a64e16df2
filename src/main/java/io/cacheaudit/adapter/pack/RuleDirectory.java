package io.cacheaudit.adapter.pack;

import io.cacheaudit.audit.RuleCase;
import io.cacheaudit.audit.RuleSource;
import io.cacheaudit.document.Digest;
import io.cacheaudit.rule.PackId;
import io.cacheaudit.rule.Rule;
import io.cacheaudit.rule.RulePack;
import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rules directory: {@code pack.yaml}, tables in {@code precedence/}, and for each rule
 * {@code FAMILY/ID/rule.yaml} with {@code FAMILY/ID/cases/NAME/case.yaml} beside it.
 */
public final class RuleDirectory implements RuleSource {
    static final String MANIFEST = "pack.yaml";

    private static final Pattern PRECEDENCE = Pattern.compile("precedence/([^/]+)\\.yaml");
    private static final Pattern RULE = Pattern.compile("(?!precedence/)([^/]+)/([^/]+)/rule\\.yaml");
    private static final Pattern CASE = Pattern.compile("([^/]+/([^/]+)/cases/([^/]+)/)case\\.yaml");

    private final PackFiles files;
    private final TreeReader reader = new YamlTreeReader();
    private final Map<String, Tree> precedence;
    private final RulePack pack;

    private RuleDirectory(PackFiles files) {
        this.files = files;
        List<Problem> problems = new ArrayList<>();
        Map<String, Tree> tables = new TreeMap<>();
        matching(PRECEDENCE, (match, tree) -> tables.put(match.group(1), tree), problems);
        PackId id = id(problems);
        List<Rule> rules = rules(problems);
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
        this.precedence = Collections.unmodifiableMap(tables);
        this.pack = new RulePack(id, rules);
    }

    /** The rules on the class path. Throws {@link LoadException} with every problem. */
    public static RuleDirectory ofClassPath(ClassLoader loader) {
        return new RuleDirectory(PackFiles.ofClassPath(loader));
    }

    /** The rules of a directory. Throws {@link LoadException} with every problem. */
    public static RuleDirectory of(Path directory) {
        return new RuleDirectory(PackFiles.ofDirectory(directory));
    }

    @Override
    public Map<String, Tree> precedence() {
        return precedence;
    }

    @Override
    public RulePack pack() {
        return pack;
    }

    @Override
    public List<RuleCase> cases() {
        List<Problem> problems = new ArrayList<>();
        List<RuleCase> cases = new ArrayList<>();
        matching(
                CASE,
                (match, tree) -> {
                    RuleCase read = RuleCase.from(
                            tree,
                            match.group(2),
                            match.group(3),
                            name -> files.files().get(match.group(1) + name),
                            problems);
                    if (read != null) {
                        cases.add(read);
                    }
                },
                problems);
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
        return cases;
    }

    /** What to do with a file whose path matches. */
    private interface Reading {
        void accept(Matcher match, Tree tree);
    }

    private void matching(Pattern pattern, Reading reading, List<Problem> problems) {
        files.files().forEach((path, bytes) -> {
            Matcher match = pattern.matcher(path);
            if (match.matches()) {
                Tree tree = tree(path, bytes, problems);
                if (tree != null) {
                    reading.accept(match, tree);
                }
            }
        });
    }

    private @Nullable Tree tree(String path, byte[] bytes, List<Problem> problems) {
        Parsed<Tree> parsed = reader.read(files.source(path), bytes);
        problems.addAll(parsed.problems());
        return parsed.value();
    }

    private List<Rule> rules(List<Problem> problems) {
        CelConditions conditions = new CelConditions();
        List<Rule> rules = new ArrayList<>();
        Map<String, Provenance> places = new HashMap<>();
        matching(
                RULE,
                (match, tree) -> {
                    Rule rule = Rule.from(tree, match.group(1), match.group(2), conditions, problems);
                    Provenance first = places.putIfAbsent(match.group(2), tree.at());
                    if (first != null) {
                        problems.add(
                                new Problem(tree.at(), "duplicate rule \"" + match.group(2) + "\", first at " + first));
                    }
                    if (rule != null) {
                        rules.add(rule);
                    }
                },
                problems);
        return rules;
    }

    private PackId id(List<Problem> problems) {
        byte[] bytes = files.files().get(MANIFEST);
        Provenance at = Provenance.whole(files.source(MANIFEST));
        if (bytes == null) {
            problems.add(new Problem(at, "missing"));
            return new PackId("", "", "");
        }
        Tree tree = tree(MANIFEST, bytes, problems);
        FieldsReader fields = tree == null ? null : FieldsReader.of(tree, "pack", at, problems);
        if (fields == null) {
            return new PackId("", "", "");
        }
        PackId id = new PackId(fields.required("name"), fields.required("version"), digest());
        fields.refuseUnknown();
        return id;
    }

    /** Over path and digest of every file, sorted by path. */
    private String digest() {
        StringBuilder lines = new StringBuilder();
        files.files()
                .forEach((path, bytes) ->
                        lines.append(path).append(' ').append(Digest.of(bytes)).append('\n'));
        return Digest.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
