package io.cacheaudit.document.ceph;

import io.cacheaudit.text.Located;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ceph.conf as one librados reads it.
 *
 * @param path of the document
 * @param fault where and why the file is refused or the process dies; null for a file that is read
 * @param sections entries by section and normalised key, each list in the order of the file; empty unless read
 * @param ignored lines that the grammar drops without refusing the file, in the order of the file
 * @param problems why the product itself could not read the document; librados has no part in them
 */
public record CephConf(
        String path,
        State state,
        @Nullable Problem fault,
        Map<String, Map<String, List<Entry>>> sections,
        List<Ignored> ignored,
        List<Problem> problems) {

    /** What becomes of the file as a whole. */
    public enum State {
        /** Its entries count. */
        READ,
        /** The grammar refuses it: no entry counts, compiled defaults stay. */
        REFUSED,
        /** Reading it kills the process. */
        ABORTS,
        /** It is larger than the product reads; nothing is known of it. */
        TOO_LARGE
    }

    /**
     * One assignment.
     *
     * @param rawKey the key as written, blanks around it removed
     * @param key the key under which librados stores it
     * @param value the value after quotes, escapes, comments and continuation, located at its first character
     */
    public record Entry(String section, String rawKey, String key, Located<String> value, Provenance keyAt) {}

    /**
     * A line that has no effect.
     *
     * @param section the section it stands in
     * @param looksLike the option of librbd a reader takes it for, normalised leniently; empty where it looks like none
     */
    public record Ignored(Provenance at, String section, String looksLike, String why) {}

    /** An entry that the winning one hides, and why. */
    public record Shadowed(Entry entry, Loss loss) {}

    /** How an entry loses to another of the same key. */
    public enum Loss {
        EARLIER_DUPLICATE,
        WEAKER_SECTION
    }

    /** What a client finds for an option: the winning entry, null where no section of its search has the key. */
    public record Lookup(@Nullable Entry winner, List<Shadowed> shadowed) {
        public Lookup {
            shadowed = List.copyOf(shadowed);
        }

        public Optional<Entry> found() {
            return Optional.ofNullable(winner);
        }
    }

    public CephConf {
        Map<String, Map<String, List<Entry>>> copy = new LinkedHashMap<>();
        sections.forEach((name, keys) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(keys))));
        sections = Collections.unmodifiableMap(copy);
        ignored = List.copyOf(ignored);
        problems = List.copyOf(problems);
    }

    /** A file that the product does not read. */
    static CephConf tooLarge(String path, String message) {
        Problem problem = new Problem(Provenance.whole(path), message);
        return new CephConf(path, State.TOO_LARGE, null, Map.of(), List.of(), List.of(problem));
    }

    /**
     * The sections that an entity such as {@code client.cinder} reads, strongest first: its name, its type, global.
     * Source: Ceph v0.80 src/common/config.cc md_config_t::_get_my_sections, the same up to v20.2.4.
     */
    public static List<String> searched(String entity) {
        int dot = entity.indexOf('.');
        String type = dot < 0 ? entity : entity.substring(0, dot);
        String name = dot < 0 ? type + ".admin" : entity;
        return List.of(name, type, "global");
    }

    /**
     * What the entity finds for an option. The first section that contains the key wins, whether or not its value is
     * accepted; within a section the last assignment wins.
     */
    public Lookup lookup(String entity, String option) {
        Entry winner = null;
        List<Shadowed> shadowed = new ArrayList<>();
        for (String section : searched(entity)) {
            List<Entry> entries = sections.getOrDefault(section, Map.of()).getOrDefault(option, List.of());
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (winner == null) {
                    winner = entries.get(i);
                } else {
                    boolean same = winner.section().equals(section);
                    shadowed.add(new Shadowed(entries.get(i), same ? Loss.EARLIER_DUPLICATE : Loss.WEAKER_SECTION));
                }
            }
        }
        return new Lookup(winner, shadowed);
    }
}
