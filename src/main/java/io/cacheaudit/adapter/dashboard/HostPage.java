package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.disk.DiskPanel;
import io.cacheaudit.adapter.dashboard.text.Moment;
import io.cacheaudit.adapter.dashboard.text.Printable;
import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.Map;

/**
 * One host's page; every text is printable, and of everything there may be much of, the first are shown.
 *
 * @param pack name and version of the rule pack its findings come from
 * @param unknowns what would lift them, with how many findings and disks wait for it
 * @param panels the disks that can lose most, in full
 * @param history newest first
 * @param closed the findings that were closed last
 */
record HostPage(
        HostRow head,
        String digest,
        Moment firstSeen,
        Moment auditedAt,
        String pack,
        Map<String, String> versions,
        Shown<FindingGroup> findings,
        HostDisks disks,
        List<DiskPanel> panels,
        List<Unknown> unknowns,
        Shown<String> problems,
        Shown<DocumentLine> documents,
        List<HistoryLine> history,
        List<FindingRow> closed) {
    HostPage {
        panels = List.copyOf(panels);
        unknowns = List.copyOf(unknowns);
        history = List.copyOf(history);
        closed = List.copyOf(closed);
    }

    /** The first of many. */
    record Shown<T>(List<T> items, int count) {
        Shown {
            items = List.copyOf(items);
        }

        static <T> Shown<T> of(List<T> all, int most) {
            return new Shown<>(all.size() > most ? all.subList(0, most) : all, all.size());
        }

        public boolean hasMore() {
            return count > items.size();
        }
    }

    /** Evidence that is missing, and what waits for it. */
    record Unknown(String name, String collect, String because, int waiting) {
        static Unknown of(Missing missing, int waiting) {
            return new Unknown(
                    Printable.name(missing.name()),
                    missing.collect() == null ? "" : Printable.of(missing.collect()),
                    missing.because() == null ? "" : Printable.of(missing.because()),
                    waiting);
        }
    }

    /** One document that the host sent. */
    record DocumentLine(String kind, String path, String presence, String size) {}
}
