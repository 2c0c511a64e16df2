package io.cacheaudit.adapter.dashboard;

import io.cacheaudit.adapter.dashboard.text.Words;
import io.cacheaudit.finding.Finding;
import io.cacheaudit.finding.FixRisk;
import io.cacheaudit.finding.Status;

/** How bad a finding is, in one word that is also its style. */
final class Levels {
    private Levels() {}

    /** The severity of a FAIL, else the status. */
    static String of(Finding finding) {
        return finding.status() == Status.FAIL ? finding.severity().word() : Words.lower(finding.status());
    }

    static String cost(FixRisk risk) {
        return switch (risk) {
            case NONE -> "nothing: no guest notices";
            case LIVE_MIGRATE -> "a live migration of each guest";
            case RESTART -> "a shutdown and start of each guest";
        };
    }
}
