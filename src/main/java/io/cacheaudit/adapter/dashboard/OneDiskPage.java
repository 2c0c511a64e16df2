package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.disk.DiskPanel;
import java.util.List;

/** One disk in full, with the findings about it. */
record OneDiskPage(String host, DiskPanel disk, List<FindingGroup> findings) {
    OneDiskPage {
        findings = List.copyOf(findings);
    }
}
