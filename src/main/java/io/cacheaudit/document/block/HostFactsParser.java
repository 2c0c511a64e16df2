package io.cacheaudit.document.block;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.block.HostFacts.Confinement;
import io.cacheaudit.document.block.HostFacts.DirectIo;
import io.cacheaudit.document.block.HostFacts.InstancesPath;
import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a {@code host-facts} document. A member we do not know is a problem. */
public final class HostFactsParser {
    /** 30 days: a host that reports less often is never known to be silent. */
    private static final long MAX_INTERVAL_SECONDS = 2_592_000;

    private final List<Problem> problems = new ArrayList<>();

    private HostFactsParser() {}

    public static Parsed<HostFacts> parse(Document document, TreeReader json) {
        Parsed<Tree> read = json.read(document.path(), document.content());
        HostFactsParser parser = new HostFactsParser();
        parser.problems.addAll(read.problems());
        Tree tree = read.value();
        if (tree == null) {
            return new Parsed<>(null, parser.problems);
        }
        FieldsReader fields = FieldsReader.of(tree, "host-facts", document.whole(), parser.problems);
        return new Parsed<>(fields == null ? null : parser.facts(fields), parser.problems);
    }

    private HostFacts facts(FieldsReader fields) {
        Long seconds = number(fields, "interval_seconds");
        if (seconds != null && (seconds < 1 || seconds > MAX_INTERVAL_SECONDS)) {
            seconds = refuse(fields, "interval_seconds", "1 to " + MAX_INTERVAL_SECONDS);
        }
        HostFacts facts = new HostFacts(
                instancesPath(fields.nested("instances_path")),
                seconds == null ? null : Duration.ofSeconds(seconds),
                fields.optional("qemu_user"),
                confinement(fields),
                fields.optional("cluster"),
                labels(fields.nested("labels")));
        fields.refuseUnknown();
        return facts;
    }

    private @Nullable InstancesPath instancesPath(@Nullable FieldsReader fields) {
        if (fields == null) {
            return null;
        }
        List<DirectIo> tries = new ArrayList<>();
        for (Tree item : Tree.items(fields.tree("direct_io"))) {
            FieldsReader probe = FieldsReader.of(item, "direct_io", item.at(), problems);
            if (probe != null) {
                Long bytes = number(probe, "bytes");
                Boolean ok = truth(probe, "ok");
                if (bytes != null && ok != null) {
                    tries.add(new DirectIo(bytes, ok));
                }
                probe.refuseUnknown();
            }
        }
        InstancesPath path = new InstancesPath(fields.optional("path"), tries);
        fields.refuseUnknown();
        return path;
    }

    private @Nullable Confinement confinement(FieldsReader fields) {
        String word = fields.optional("confinement");
        if (word == null) {
            return null;
        }
        for (Confinement confinement : Confinement.values()) {
            if (confinement.name().equalsIgnoreCase(word)) {
                return confinement;
            }
        }
        return refuse(fields, "confinement", "apparmor, selinux or none");
    }

    private static Map<String, String> labels(@Nullable FieldsReader fields) {
        Map<String, String> labels = new TreeMap<>();
        if (fields != null) {
            for (String name : fields.names()) {
                String value = fields.optional(name);
                if (value != null) {
                    labels.put(name, value);
                }
            }
        }
        return labels;
    }

    private @Nullable Long number(FieldsReader fields, String name) {
        String text = fields.optional(name);
        if (text == null) {
            return null;
        }
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : refuse(fields, name, "a whole number");
    }

    private @Nullable Boolean truth(FieldsReader fields, String name) {
        String text = fields.optional(name);
        if (text == null) {
            return null;
        }
        return text.equals("true") || text.equals("false")
                ? Boolean.valueOf(text)
                : this.<Boolean>refuse(fields, name, "true or false");
    }

    private <T> @Nullable T refuse(FieldsReader fields, String name, String expected) {
        Tree tree = fields.tree(name);
        problems.add(new Problem(tree == null ? fields.at() : tree.at(), name + ": expected " + expected));
        return null;
    }
}
