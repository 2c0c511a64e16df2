package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.Page;

/**
 * Where a list stands; absent addresses are the empty string.
 *
 * @param count how many there are in all, in words
 * @param paged whether this page goes on where another ended
 * @param swap whether only the results are sent, into a page that stands already
 */
record Pager(String count, String first, String next, boolean paged, boolean swap) {
    static Pager of(PageQuery query, Page<?> page, String one, boolean swap) {
        return new Pager(
                Words.count(page.count(), page.exact(), one) + (query.isFiltered() ? " with these filters" : ""),
                query.isPaged() ? query.at(null) : "",
                page.nextPageToken() == null ? "" : query.at(page.nextPageToken()),
                query.isPaged(),
                swap);
    }

    public boolean hasMore() {
        return !first.isEmpty() || !next.isEmpty();
    }
}
