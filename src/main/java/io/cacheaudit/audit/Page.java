package io.cacheaudit.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in a fixed order.
 *
 * @param nextPageToken where the next page begins, null at the end; opaque to callers
 * @param count how many there are in all, at least that many where {@code exact} is false
 */
public record Page<T>(List<T> items, @Nullable String nextPageToken, long count, boolean exact) {
    public Page {
        items = List.copyOf(items);
    }
}
