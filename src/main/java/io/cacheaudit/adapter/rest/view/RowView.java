package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cacheaudit.audit.PrecedenceCatalog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that derivations name.
 *
 * @param range by component
 * @param layers strongest first; layers of one rank stand together
 * @param evidence read or executed
 */
public record RowView(
        String id,
        String table,
        Map<String, String> range,
        List<List<String>> layers,
        List<String> sources,
        String evidence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

    public static RowView of(PrecedenceCatalog.RowPage row) {
        return new RowView(
                row.id(), row.table(), row.ranges(), row.layers(), row.sources(), row.evidence(), row.note());
    }
}
