package io.cacheaudit.audit;

import io.cacheaudit.finding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts a list shows, by name.
 *
 * @param verdict null for any
 * @param limit 1 to 1000
 * @param pageToken where to go on, as the page before gave it
 */
public record HostQuery(
        @Nullable Verdict verdict, int limit, @Nullable String pageToken) {}
