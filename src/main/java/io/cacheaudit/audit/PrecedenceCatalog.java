package io.cacheaudit.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Port: the rows that derivations name. */
public interface PrecedenceCatalog {
    Optional<RowPage> row(String id);

    /**
     * One row of a table under rules/precedence.
     *
     * @param ranges by component word, as written: {@code ">=2.2.0 <2.4.0"}
     * @param layers strongest first; layers of one rank stand together, and the later write wins; empty for rows that
     *     rank no layers
     * @param evidence {@code read} at a tag, or {@code executed}
     */
    record RowPage(
            String id,
            String table,
            Map<String, String> ranges,
            List<List<String>> layers,
            List<String> sources,
            String evidence,
            @Nullable String note) {
        public RowPage {
            ranges = Collections.unmodifiableMap(new TreeMap<>(ranges));
            layers = layers.stream().map(List::copyOf).toList();
            sources = List.copyOf(sources);
        }
    }
}
