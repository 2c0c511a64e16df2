package io.cacheaudit.version;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What every precedence row has: its identity, the versions it speaks of, and where that was established.
 *
 * @param table name of the table it stands in
 * @param ranges by axis; an axis without a range is unbounded
 * @param sources projects, tags and files, or runs
 * @param evidence {@code read} at a tag, or {@code executed}
 * @param note what a reader must know besides, empty where there is nothing
 * @param layers for rows that rank layers, strongest first; layers of one rank stand together
 */
public record RowHead(
        String table,
        String id,
        Map<Component, VersionRange> ranges,
        List<String> sources,
        String evidence,
        String note,
        List<List<String>> layers) {
    public RowHead {
        Map<Component, VersionRange> copy = new EnumMap<>(Component.class);
        copy.putAll(ranges);
        ranges = Collections.unmodifiableMap(copy);
        sources = List.copyOf(sources);
        layers = layers.stream().map(List::copyOf).toList();
    }
}
