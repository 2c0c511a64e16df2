package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.disk.DiskRow;
import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.StoredDisk;
import io.cacheaudit.effective.EffectiveDisk;
import java.util.Comparator;
import java.util.List;

/**
 * One page of a host's disks, those that can lose most first.
 *
 * @param count how many there are in all
 * @param first the number of the first one shown, from 1
 * @param previous address of the page before, the empty string on the first
 * @param swap whether only this table is sent, into a page that stands already
 */
record HostDisks(
        String count, int total, List<DiskRow> rows, int first, int last, String previous, String next, boolean swap) {
    static final int LIMIT = 100;

    private static final Comparator<EffectiveDisk> WORST =
            Comparator.comparingInt(disk -> StoredDisk.of("", disk).riskRank());

    HostDisks {
        rows = List.copyOf(rows);
    }

    /** The disks of an audit, worst first. */
    static List<EffectiveDisk> worstFirst(Audit audit) {
        return audit.effective().disks().stream().sorted(WORST).toList();
    }

    /** @param page from 1; a page beyond the last one is empty */
    static HostDisks of(String host, List<EffectiveDisk> worstFirst, int page, boolean swap) {
        int from = Math.min(worstFirst.size(), (page - 1) * LIMIT);
        int to = Math.min(worstFirst.size(), from + LIMIT);
        String path = "/hosts/" + host + "?disks=";
        return new HostDisks(
                Words.count(worstFirst.size(), "disk"),
                worstFirst.size(),
                worstFirst.subList(from, to).stream()
                        .map(disk -> DiskRow.of(StoredDisk.of(host, disk)))
                        .toList(),
                from + 1,
                to,
                page > 1 ? path + (page - 1) + "#disks" : "",
                to < worstFirst.size() ? path + (page + 1) + "#disks" : "",
                swap);
    }

    public boolean hasMore() {
        return rows.size() < total;
    }
}
