package io.cacheaudit.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** YAML or JSON as the core sees it: scalars, items and fields, each with its position. */
public sealed interface Tree {
    Provenance at();

    <R> R fold(
            Function<? super Scalar, R> scalar, Function<? super Items, R> items, Function<? super Fields, R> fields);

    /** What a scalar is in its own text: {@code "1"} is a STRING, {@code 1} a NUMBER. */
    enum Type {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** A scalar; {@code text} is its decoded text, {@code "null"} for NULL. */
    record Scalar(Provenance at, Type type, String text) implements Tree {
        @Override
        public <R> R fold(
                Function<? super Scalar, R> scalar,
                Function<? super Items, R> items,
                Function<? super Fields, R> fields) {
            return scalar.apply(this);
        }
    }

    /** A sequence. */
    record Items(Provenance at, List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public <R> R fold(
                Function<? super Scalar, R> scalar,
                Function<? super Items, R> all,
                Function<? super Fields, R> fields) {
            return all.apply(this);
        }
    }

    /** A mapping, in the order of its text; readers refuse duplicate keys. */
    record Fields(Provenance at, Map<String, Field> fields) implements Tree {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The value of a field, or null where there is none. */
        public @Nullable Tree get(String name) {
            Field field = fields.get(name);
            return field == null ? null : field.value();
        }

        @Override
        public <R> R fold(
                Function<? super Scalar, R> scalar, Function<? super Items, R> items, Function<? super Fields, R> all) {
            return all.apply(this);
        }
    }

    /** One entry of a mapping: where its key stands, and its value. */
    record Field(Provenance keyAt, Tree value) {}

    /** The items of a sequence; a missing or other tree has none. */
    static List<Tree> items(@Nullable Tree tree) {
        return tree instanceof Items sequence ? sequence.items() : List.of();
    }

    /** The texts of a sequence of scalars, or of one scalar alone. */
    static List<String> texts(@Nullable Tree tree) {
        List<String> texts = new ArrayList<>();
        if (tree instanceof Scalar scalar) {
            texts.add(scalar.text());
        }
        for (Tree item : items(tree)) {
            if (item instanceof Scalar scalar) {
                texts.add(scalar.text());
            }
        }
        return List.copyOf(texts);
    }
}
