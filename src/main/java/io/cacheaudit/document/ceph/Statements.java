package io.cacheaudit.document.ceph;

import io.cacheaudit.document.ceph.CephConf.Entry;
import io.cacheaudit.document.ceph.CephConf.Ignored;
import io.cacheaudit.document.ceph.CephConf.State;
import io.cacheaudit.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a parser meets, up to a bound. */
final class Statements {
    /** Assignments and ignored lines kept of one file. */
    static final int LIMIT = 200_000;

    private static final String GLOBAL = "global";

    private final Map<String, Map<String, List<Entry>>> sections = new LinkedHashMap<>();
    private final List<Ignored> ignored = new ArrayList<>();
    private String section = GLOBAL;
    private int count;

    void enter(String name) {
        section = name;
        sections.computeIfAbsent(name, unused -> new LinkedHashMap<>());
        count++;
    }

    String section() {
        return section;
    }

    void add(Entry entry) {
        count++;
        sections.computeIfAbsent(entry.section(), unused -> new LinkedHashMap<>())
                .computeIfAbsent(entry.key(), unused -> new ArrayList<>(1))
                .add(entry);
    }

    void ignore(Ignored line) {
        count++;
        ignored.add(line);
    }

    boolean full() {
        return count > LIMIT;
    }

    CephConf conf(String path) {
        return full() ? tooMany(path) : new CephConf(path, State.READ, null, sections, ignored, List.of());
    }

    CephConf conf(String path, State state, @Nullable Problem fault) {
        return full() ? tooMany(path) : new CephConf(path, state, fault, Map.of(), ignored, List.of());
    }

    private static CephConf tooMany(String path) {
        return CephConf.tooLarge(path, "expected at most " + LIMIT + " statements, found more");
    }
}
