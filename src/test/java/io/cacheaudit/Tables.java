package io.cacheaudit;

import io.cacheaudit.adapter.pack.RuleDirectory;
import io.cacheaudit.document.ceph.CephDialects;
import io.cacheaudit.document.ceph.LibrbdOptions;
import io.cacheaudit.effective.Precedence;
import io.cacheaudit.fact.nova.NovaTables;
import io.cacheaudit.text.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** The project's own tables under rules/precedence, loaded once, for tests of what they choose. */
public final class Tables {
    private static final Map<String, Tree> TREES =
            RuleDirectory.of(Path.of("rules")).precedence();
    private static final Precedence ALL =
            Precedence.from(TREES, new ArrayList<>()).orElseThrow();

    private Tables() {}

    public static Map<String, Tree> trees() {
        return TREES;
    }

    public static CephDialects cephDialects() {
        return ALL.rbd().tables().dialects();
    }

    public static LibrbdOptions librbdOptions() {
        return ALL.rbd().tables().options();
    }

    public static NovaTables nova() {
        return ALL.nova();
    }
}
