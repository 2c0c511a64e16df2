package io.cacheaudit.truth;

import java.util.List;
import java.util.Map;

/**
 * One row of a truth table.
 *
 * @param columns text by column name, the id among them
 */
record Row(Map<String, String> columns) {
    /** What stands for an empty cell, a key that is not written, a document that is not sent. */
    static final String NOTHING = "-";

    Row {
        columns = Map.copyOf(columns);
    }

    String id() {
        return get("id");
    }

    /** The cell of a column that the table has. */
    String get(String column) {
        String cell = columns.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column + " in " + columns.keySet());
        }
        return cell;
    }

    boolean has(String column) {
        return !get(column).equals(NOTHING);
    }

    /** The cell with {@code \n}, {@code \r} and {@code \t} as the characters they stand for. */
    String text(String column) {
        return get(column).replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }

    /** The words of a cell: the row holds for each of them. */
    List<String> each(String column) {
        return List.of(get(column).split(" "));
    }

    @Override
    public String toString() {
        return id();
    }
}
