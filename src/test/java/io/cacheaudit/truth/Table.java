package io.cacheaudit.truth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A truth table: lines that begin with {@code #} name its sources, then a header, then rows; a cell with commas is quoted. */
final class Table {
    private Table() {}

    /** The rows of {@code truth/NAME.csv}; a row with too few cells, or a second one with its id, is an error. */
    static List<Row> rows(String name) {
        List<String> lines = text("/truth/" + name + ".csv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String[] header = cells(lines.get(0));
        List<Row> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = cells(line);
            if (cells.length != header.length) {
                throw new IllegalStateException(cells.length + " cells for " + header.length + ": " + line);
            }
            Map<String, String> columns = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                columns.put(header[i], cells[i]);
            }
            Row row = new Row(columns);
            if (!ids.add(row.id())) {
                throw new IllegalStateException("two rows " + row.id() + " in " + name);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String[] cells(String line) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].strip();
            boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            cells[i] = quoted ? cell.substring(1, cell.length() - 1) : cell;
        }
        return cells;
    }

    private static String text(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
