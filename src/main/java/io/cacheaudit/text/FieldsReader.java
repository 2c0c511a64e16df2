package io.cacheaudit.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one mapping and collects a positioned problem for each that is missing, of another shape, or (on
 * {@link #refuseUnknown}) not one that was asked for.
 */
public final class FieldsReader {
    private final Tree.Fields fields;
    private final List<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    public FieldsReader(Tree.Fields fields, List<Problem> problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** A reader over {@code tree}, or null with a problem where it is no mapping. */
    public static @Nullable FieldsReader of(@Nullable Tree tree, String what, Provenance at, List<Problem> problems) {
        if (tree instanceof Tree.Fields mapping) {
            return new FieldsReader(mapping, problems);
        }
        problems.add(new Problem(tree == null ? at : tree.at(), what + ": expected a mapping"));
        return null;
    }

    public Provenance at() {
        return fields.at();
    }

    public @Nullable Tree tree(String name) {
        known.add(name);
        return fields.get(name);
    }

    /** The text of a scalar field; null where it is absent or (with a problem) no scalar. */
    public @Nullable String optional(String name) {
        Tree tree = tree(name);
        if (tree == null || tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL) {
            return null;
        }
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        problems.add(new Problem(tree.at(), name + ": expected one value"));
        return null;
    }

    /** As {@link #optional}; an absent field is a problem and reads as the empty string. */
    public String required(String name) {
        String text = optional(name);
        if (text == null) {
            if (fields.get(name) == null) {
                problems.add(new Problem(at(), name + ": missing"));
            }
            return "";
        }
        return text;
    }

    /** The texts of a list field; a single scalar counts as a list of one. */
    public List<String> texts(String name) {
        Tree tree = tree(name);
        List<String> texts = new ArrayList<>(Tree.texts(tree));
        if (tree instanceof Tree.Fields) {
            problems.add(new Problem(tree.at(), name + ": expected a list"));
        }
        return texts;
    }

    /**
     * A field that names one constant of an enum, in lower case; an absent or unknown name is a problem and reads as the
     * first constant.
     */
    public <E extends Enum<E>> E named(String name, Class<E> type) {
        return constant(name, required(name), type);
    }

    /** A field that lists constants of an enum, in its order; each unknown name as in {@link #named}. */
    public <E extends Enum<E>> List<E> namedList(String name, Class<E> type) {
        return texts(name).stream().map(word -> constant(name, word, type)).toList();
    }

    /** A field that is true, false or absent, which reads as false; anything else is a problem. */
    public boolean flag(String name) {
        String word = optional(name);
        if (word != null && !word.equals("true") && !word.equals("false")) {
            problems.add(new Problem(at(), name + ": expected true or false, found \"" + word + "\""));
        }
        return "true".equals(word);
    }

    private <E extends Enum<E>> E constant(String name, String word, Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        int index = words.indexOf(word);
        if (index < 0 && !word.isEmpty()) {
            problems.add(new Problem(
                    at(),
                    name + ": expected one of " + words + ", found \"" + word + "\"" + NearestName.hint(word, words)));
        }
        return type.getEnumConstants()[Math.max(index, 0)];
    }

    /** A mapping field as a reader of its own; null where it is absent. */
    public @Nullable FieldsReader nested(String name) {
        Tree tree = tree(name);
        return tree == null ? null : of(tree, name, at(), problems);
    }

    /** The value of a field that is known to be there, without counting it as asked for. */
    public Tree peek(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    /** Every field name in the order of the text. */
    public Set<String> names() {
        return fields.fields().keySet();
    }

    /** A problem for each field that no call above asked for, with the nearest known name. */
    public void refuseUnknown() {
        fields.fields().forEach((name, field) -> {
            if (!known.contains(name)) {
                problems.add(
                        new Problem(field.keyAt(), "unknown field \"" + name + "\"" + NearestName.hint(name, known)));
            }
        });
    }
}
