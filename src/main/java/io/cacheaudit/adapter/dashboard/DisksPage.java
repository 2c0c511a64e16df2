package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.disk.DiskRow;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.DiskQuery;
import io.cacheaudit.audit.FleetStore;
import io.cacheaudit.audit.Page;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.effective.drive.CacheMode;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.effective.rbd.RbdState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of disks.
 *
 * @param csv the same list as a file
 */
record DisksPage(FilterForm form, List<DiskRow> disks, Pager pager, String csv) {
    static final String PATH = "/disks";
    static final String[] FILTERS = {
        "host", "domain", "protocol", "configured", "mode", "state", "at_risk", "unknown", "sort"
    };

    private static final int LIMIT = 50;

    DisksPage {
        disks = List.copyOf(disks);
    }

    static DisksPage of(PageQuery query, boolean swap, FleetStore fleet) {
        DiskQuery.@Nullable Order order = query.constant("sort", DiskQuery.Order.values());
        String host = query.text("host");
        RbdState state = query.constant("state", RbdState.values());
        DiskQuery asked = new DiskQuery(
                host == null ? null : host.toLowerCase(Locale.ROOT),
                query.text("domain"),
                query.text("protocol"),
                query.text("configured"),
                query.word("mode", word -> modes().containsKey(word) ? Optional.of(word) : Optional.empty()),
                state == null ? null : state.name(),
                query.constant("at_risk", Writes.values()),
                query.truth("unknown"),
                order == null ? DiskQuery.Order.RISK : order,
                LIMIT,
                query.token());
        query.check();
        Page<StoredDisk> page = fleet.disks(asked);
        return new DisksPage(
                form(query),
                page.items().stream().map(DiskRow::of).toList(),
                Pager.of(query, page, "disk", swap),
                csv(asked));
    }

    /** The same list in the words of the API. */
    private static String csv(DiskQuery asked) {
        Map<String, String> words = new LinkedHashMap<>();
        PageQuery.put(words, "host", asked.host());
        PageQuery.put(words, "domain", asked.domain());
        PageQuery.put(words, "protocol", asked.protocol());
        PageQuery.put(words, "configured", asked.configured());
        PageQuery.put(words, "mode", asked.mode());
        PageQuery.put(words, "state", asked.state());
        PageQuery.put(
                words, "at_risk", asked.atRisk() == null ? null : asked.atRisk().word());
        PageQuery.put(words, "unknown", asked.unknown());
        PageQuery.put(words, "sort", Words.lower(asked.order()));
        return PageQuery.address("/disks.csv", words);
    }

    private static FilterForm form(PageQuery query) {
        Map<String, String> unknowns = new LinkedHashMap<>();
        unknowns.put("true", "something unknown");
        unknowns.put("false", "all known");
        return new FilterForm.Builder(PATH, query)
                .text("host", "Host", "whole name")
                .text("domain", "Guest", "whole name")
                .text("protocol", "Source", "rbd, file …")
                .choice("mode", "Mode in effect", "any", modes())
                .constants("state", "rbd cache", "any", RbdState.values())
                .choice("at_risk", "Can lose", "any", writes())
                .choice("unknown", "Known", "any", unknowns)
                .choice("sort", "Sort by", "worst first", Map.of("host", "host and guest"))
                .build();
    }

    private static Map<String, String> modes() {
        Map<String, String> modes = new LinkedHashMap<>();
        Arrays.stream(CacheMode.values()).forEach(mode -> modes.put(mode.word(), mode.word()));
        return modes;
    }

    private static Map<String, String> writes() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Writes writes : Writes.values()) {
            words.put(
                    writes.word(),
                    switch (writes) {
                        case FLUSHED -> "flushed writes";
                        case UNFLUSHED -> "unflushed writes";
                        case NEVER_FLUSHING_GUEST -> "never-flushing guests";
                    });
        }
        return words;
    }
}
