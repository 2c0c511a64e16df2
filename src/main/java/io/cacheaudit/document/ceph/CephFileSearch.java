package io.cacheaudit.document.ceph;

import io.cacheaudit.document.Presence;
import io.cacheaudit.text.FieldsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which ceph.conf a client reads when the program names none. The first file that opens is read, and no other. Source:
 * Ceph v0.80 src/common/config.cc md_config_t::parse_config_files; v16.2 the same function.
 */
public final class CephFileSearch {
    private static final String HOME = "$home";

    private CephFileSearch() {}

    /** What happens at a file that is there and may not be read. */
    public enum Unreadable {
        /** The search ends with an error; compiled defaults stay. */
        STOPS,
        /** It counts as an empty file. */
        READS_EMPTY,
        /** The next place is tried. */
        SKIPPED
    }

    /**
     * What a row of the table of searches says.
     *
     * @param places the default list, {@code $cluster} and {@code $home} in it; a {@code ~} is a letter
     * @param separators of a list in CEPH_CONF
     * @param nothingFound what librados returns where no place has a file
     */
    public record Rule(List<String> places, String separators, Unreadable unreadable, String nothingFound) {
        public Rule {
            places = List.copyOf(places);
        }

        /** Reads {@code places}, {@code separators}, {@code unreadable} and {@code nothing_found} of a row. */
        public static Rule from(FieldsReader row) {
            return new Rule(
                    row.texts("places"),
                    row.required("separators"),
                    row.named("unreadable", Unreadable.class),
                    row.required("nothing_found"));
        }
    }

    /** What the search meets at one place. */
    public enum Step {
        READ,
        /** It is there, unreadable, and counts as empty. */
        READ_AS_EMPTY,
        ABSENT,
        /** It is there and unreadable; the next place is tried. */
        SKIPPED,
        /** It is there and unreadable; the search ends here with an error. */
        STOPPED,
        /** Nobody said whether there is a file: if there is, it is read instead of what follows. */
        UNSPOKEN,
        /** An earlier place ends the search. */
        FOUND_EARLIER
    }

    /** One place of the search. */
    public record Place(String path, Step step) {}

    /**
     * The places in order.
     *
     * @param read the path of the file that is read as far as the documents tell; null where none is
     */
    public record Result(List<Place> places, @Nullable String read) {
        public Result {
            places = List.copyOf(places);
        }

        public Optional<String> document() {
            return Optional.ofNullable(read);
        }

        /** The places that could change the answer; empty where it is certain. */
        public List<String> unspoken() {
            return places.stream()
                    .filter(place -> place.step() == Step.UNSPOKEN)
                    .map(Place::path)
                    .toList();
        }
    }

    /**
     * Follows the search.
     *
     * @param cephConf CEPH_CONF of the process, null where it is not set; an empty one names no file at all
     * @param home HOME of the process, null where unknown; the place below it then stays unspoken
     * @param presences what the host said of paths
     */
    public static Result search(
            Rule rule, @Nullable String cephConf, @Nullable String home, Map<String, Presence> presences) {
        List<Place> places = new ArrayList<>();
        String read = null;
        boolean ended = false;
        for (String written : cephConf == null ? rule.places() : split(cephConf, rule.separators())) {
            String path = path(written, home);
            Step step = ended ? Step.FOUND_EARLIER : step(rule, path, presences.get(path));
            places.add(new Place(path, step));
            if (step == Step.READ) {
                read = path;
            }
            ended |= step == Step.READ || step == Step.READ_AS_EMPTY || step == Step.STOPPED;
        }
        return new Result(places, read);
    }

    private static Step step(Rule rule, String path, @Nullable Presence presence) {
        if (presence == null) {
            return path.startsWith("~") ? Step.ABSENT : Step.UNSPOKEN;
        }
        return switch (presence) {
            case PRESENT -> Step.READ;
            case ABSENT -> Step.ABSENT;
            case UNREADABLE ->
                switch (rule.unreadable()) {
                    case STOPS -> Step.STOPPED;
                    case READS_EMPTY -> Step.READ_AS_EMPTY;
                    case SKIPPED -> Step.SKIPPED;
                };
        };
    }

    private static String path(String written, @Nullable String home) {
        String path = written.replace("$cluster", "ceph");
        return path.startsWith(HOME) && home != null ? home + path.substring(HOME.length()) : path;
    }

    private static List<String> split(String list, String separators) {
        List<String> paths = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (char c : list.toCharArray()) {
            if (separators.indexOf(c) < 0) {
                path.append(c);
            } else if (path.length() > 0) {
                paths.add(path.toString());
                path.setLength(0);
            }
        }
        if (path.length() > 0) {
            paths.add(path.toString());
        }
        return paths;
    }
}
