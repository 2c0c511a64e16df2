package io.cacheaudit.adapter.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.cacheaudit.audit.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextPageToken absent at the end
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ListView<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextPageToken,
        TotalView total) {

    /** How many there are in all; type EXACT or AT_LEAST. */
    public record TotalView(long count, Type type) {
        /** Whether counting stopped before the end. */
        public enum Type {
            EXACT,
            AT_LEAST
        }
    }

    public static <S, T> ListView<T> of(Page<S> page, Function<? super S, T> view) {
        List<T> items = page.items().stream().<T>map(view).toList();
        TotalView.Type type = page.exact() ? TotalView.Type.EXACT : TotalView.Type.AT_LEAST;
        return new ListView<>(items, page.nextPageToken(), new TotalView(page.count(), type));
    }

    /** A list that is whole. */
    public static <S, T> ListView<T> of(List<S> all, Function<? super S, T> view) {
        return of(new Page<>(all, null, all.size(), true), view);
    }
}
