package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.audit.FleetSummary.VersionPair;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hosts by the releases of QEMU and librbd they run.
 *
 * @param columns releases of librbd
 * @param left how many pairs did not fit
 */
record HeatMap(List<String> columns, List<HeatRow> rows, int left) {
    private static final int MOST = 20;
    private static final String NOT_SENT = "not sent";
    private static final Comparator<String> BY_RELEASE = Comparator.comparing(
            text -> Version.parse(Component.LIBRBD, text).orElse(null), Comparator.nullsFirst(Version.BY_RELEASE));

    HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One release of QEMU; a cell is null where no host runs that pair. */
    record HeatRow(String qemu, List<@Nullable HeatCell> cells) {
        HeatRow {
            cells = Collections.unmodifiableList(new ArrayList<>(cells));
        }
    }

    /**
     * One pair.
     *
     * @param step 0 where no host fails, 4 where all do; also its style
     */
    record HeatCell(long hosts, long failing, int step) {
        static HeatCell of(VersionPair pair) {
            double share = pair.hosts() == 0 ? 0 : (double) pair.failing() / pair.hosts();
            int step = pair.failing() == 0 ? 0 : pair.failing() == pair.hosts() ? 4 : 1 + (int) Math.min(2, share * 3);
            return new HeatCell(pair.hosts(), pair.failing(), step);
        }
    }

    /** The pairs come in the order of the releases of QEMU; those of librbd are put into theirs here. */
    static HeatMap of(List<VersionPair> pairs) {
        Set<String> rows = new LinkedHashSet<>();
        Map<String, List<VersionPair>> byColumn = new TreeMap<>(BY_RELEASE);
        pairs.forEach(pair -> {
            rows.add(word(pair.qemu()));
            byColumn.computeIfAbsent(word(pair.librbd()), column -> new ArrayList<>())
                    .add(pair);
        });
        List<String> columns = byColumn.keySet().stream().limit(MOST).toList();
        List<HeatRow> shown = rows.stream()
                .limit(MOST)
                .map(qemu -> new HeatRow(
                        Printable.name(qemu),
                        columns.stream()
                                .map(column -> cell(Objects.requireNonNull(byColumn.get(column)), qemu))
                                .toList()))
                .toList();
        long fitting = shown.stream()
                .flatMap(row -> row.cells().stream())
                .filter(Objects::nonNull)
                .count();
        return new HeatMap(columns.stream().map(Printable::name).toList(), shown, (int) (pairs.size() - fitting));
    }

    private static @Nullable HeatCell cell(List<VersionPair> column, String qemu) {
        return column.stream()
                .filter(pair -> word(pair.qemu()).equals(qemu))
                .findFirst()
                .map(HeatCell::of)
                .orElse(null);
    }

    private static String word(@Nullable String release) {
        return release == null ? NOT_SENT : release;
    }
}
