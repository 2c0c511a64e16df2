package io.cacheaudit.adapter.cli;

import io.cacheaudit.audit.Auditor;
import io.cacheaudit.rule.PackId;

/** An auditor for tests of the commands around it. */
final class SampleAuditor {
    private SampleAuditor() {}

    static Auditor make() {
        return new Auditor(new PackId("cache-audit", "1", "sha256:1"));
    }
}
