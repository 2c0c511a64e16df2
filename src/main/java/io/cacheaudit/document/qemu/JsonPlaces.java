package io.cacheaudit.document.qemu;

import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** Moves positions within one argument's JSON to where the argument stands in its document. */
final class JsonPlaces {
    private final Argument argument;

    JsonPlaces(Argument argument) {
        this.argument = argument;
    }

    Problem moved(Problem problem) {
        return new Problem(moved(problem.at()), problem.message());
    }

    Tree moved(Tree tree) {
        return tree.fold(
                scalar -> new Tree.Scalar(moved(scalar.at()), scalar.type(), scalar.text()),
                items -> new Tree.Items(
                        moved(items.at()),
                        items.items().stream().map(this::moved).toList()),
                fields -> {
                    Map<String, Tree.Field> moved = new LinkedHashMap<>();
                    fields.fields()
                            .forEach((name, field) ->
                                    moved.put(name, new Tree.Field(moved(field.keyAt()), moved(field.value()))));
                    return new Tree.Fields(moved(fields.at()), moved);
                });
    }

    private Provenance moved(Provenance at) {
        String text = argument.text();
        int start = 0;
        for (int line = 1; line < at.line(); line++) {
            int end = text.indexOf('\n', start);
            start = end < 0 ? text.length() : end + 1;
        }
        int columns = Math.min(Math.max(0, at.column() - 1), text.codePointCount(start, text.length()));
        return argument.at(text.offsetByCodePoints(start, columns));
    }
}
