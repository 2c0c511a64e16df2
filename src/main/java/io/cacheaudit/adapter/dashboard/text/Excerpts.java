package io.cacheaudit.adapter.dashboard.text;

import io.cacheaudit.document.Document;
import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cuts excerpts from the redacted documents of one set. */
public final class Excerpts {
    private static final int CONTEXT = 2;
    private static final int LENGTH = 160;
    /** How much of a long line stands before the position. */
    private static final int LEAD = 40;

    private final Map<String, Document> documents = new HashMap<>();
    private final Map<String, String[]> lines = new HashMap<>();

    public Excerpts(DocumentSet redacted) {
        redacted.documents().forEach(document -> documents.putIfAbsent(document.path(), document));
    }

    /** The lines around a position, or null where it is no line of a document. */
    public @Nullable Excerpt around(@Nullable Provenance at) {
        return at == null ? null : around(List.of(at)).stream().findFirst().orElse(null);
    }

    /** The lines around some positions, neighbours together; positions that are no line of a document are left out. */
    public List<Excerpt> around(Collection<Provenance> places) {
        Map<String, TreeMap<Integer, Integer>> columns = new LinkedHashMap<>();
        for (Provenance place : places) {
            if (!place.isWhole() && place.line() <= lines(place.source()).length) {
                columns.computeIfAbsent(place.source(), path -> new TreeMap<>())
                        .putIfAbsent(place.line(), place.column());
            }
        }
        List<Excerpt> excerpts = new ArrayList<>();
        columns.forEach((path, lit) -> {
            TreeMap<Integer, Integer> near = new TreeMap<>();
            for (Map.Entry<Integer, Integer> line : lit.entrySet()) {
                if (!near.isEmpty() && line.getKey() - near.lastKey() > 2 * CONTEXT + 1) {
                    excerpts.add(excerpt(path, near));
                    near = new TreeMap<>();
                }
                near.put(line.getKey(), line.getValue());
            }
            excerpts.add(excerpt(path, near));
        });
        return excerpts;
    }

    private Excerpt excerpt(String path, TreeMap<Integer, Integer> lit) {
        String[] all = lines(path);
        List<Excerpt.Line> shown = new ArrayList<>();
        int last = Math.min(all.length, lit.lastKey() + CONTEXT);
        for (int number = Math.max(1, lit.firstKey() - CONTEXT); number <= last; number++) {
            Integer column = lit.get(number);
            boolean end = number == all.length && all[number - 1].isEmpty();
            if (column != null || !end) {
                shown.add(new Excerpt.Line(number, column != null, cut(all[number - 1], column == null ? 1 : column)));
            }
        }
        return new Excerpt(Printable.name(path), shown);
    }

    /** Empty where there is no such document. */
    private String[] lines(String path) {
        Document document = documents.get(path);
        return document == null
                ? new String[0]
                : lines.computeIfAbsent(path, known -> document.text().split("\r\n|\n|\r", -1));
    }

    /** The line, or of a long one the part that holds the column. */
    private static String cut(String line, int column) {
        int length = line.codePointCount(0, line.length());
        if (length <= LENGTH) {
            return Printable.of(line.replace('\t', ' '));
        }
        int from = Math.max(0, Math.min(column - 1 - LEAD, length - LENGTH));
        int to = Math.min(length, from + LENGTH);
        String part = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
        return (from > 0 ? "… " : "") + Printable.of(part.replace('\t', ' ')) + (to < length ? " …" : "");
    }
}
