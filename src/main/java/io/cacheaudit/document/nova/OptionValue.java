package io.cacheaudit.document.nova;

import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A typed value of an option. */
public sealed interface OptionValue {
    /** The value as a tree, every node of it at one position. */
    Tree tree(Provenance at);

    /** What Python's {@code str} makes of it, which is what substitution puts into another value. */
    String pythonText();

    /** A value that is set and is none, as an empty number is. */
    record Nothing() implements OptionValue {
        @Override
        public Tree tree(Provenance at) {
            return new Tree.Scalar(at, Tree.Type.NULL, "null");
        }

        @Override
        public String pythonText() {
            return "None";
        }
    }

    record Text(String value) implements OptionValue {
        @Override
        public Tree tree(Provenance at) {
            return new Tree.Scalar(at, Tree.Type.STRING, value);
        }

        @Override
        public String pythonText() {
            return value;
        }
    }

    record Flag(boolean value) implements OptionValue {
        @Override
        public Tree tree(Provenance at) {
            return new Tree.Scalar(at, Tree.Type.BOOLEAN, Boolean.toString(value));
        }

        @Override
        public String pythonText() {
            return value ? "True" : "False";
        }
    }

    record Whole(BigInteger value) implements OptionValue {
        @Override
        public Tree tree(Provenance at) {
            return new Tree.Scalar(at, Tree.Type.NUMBER, value.toString());
        }

        @Override
        public String pythonText() {
            return value.toString();
        }
    }

    record Real(double value) implements OptionValue {
        @Override
        public Tree tree(Provenance at) {
            boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
            return new Tree.Scalar(at, finite ? Tree.Type.NUMBER : Tree.Type.STRING, Double.toString(value));
        }

        @Override
        public String pythonText() {
            return Double.toString(value);
        }
    }

    record Texts(List<String> value) implements OptionValue {
        public Texts {
            value = List.copyOf(value);
        }

        @Override
        public Tree tree(Provenance at) {
            return new Tree.Items(
                    at, value.stream().map(item -> new Text(item).tree(at)).toList());
        }

        @Override
        public String pythonText() {
            return value.stream().map(item -> "'" + item + "'").collect(Collectors.joining(", ", "[", "]"));
        }
    }

    record Pairs(Map<String, String> value) implements OptionValue {
        public Pairs {
            value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
        }

        @Override
        public Tree tree(Provenance at) {
            Map<String, Tree.Field> fields = new LinkedHashMap<>();
            value.forEach((key, text) -> fields.put(key, new Tree.Field(at, new Text(text).tree(at))));
            return new Tree.Fields(at, fields);
        }

        @Override
        public String pythonText() {
            return value.entrySet().stream()
                    .map(pair -> "'" + pair.getKey() + "': '" + pair.getValue() + "'")
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }
}
