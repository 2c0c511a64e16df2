package io.cacheaudit.audit;

import io.cacheaudit.audit.FleetSummary.VersionPair;
import io.cacheaudit.version.Component;
import io.cacheaudit.version.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hosts grouped by the releases of QEMU and librbd they run; packages of one release fall together. */
public final class ReleasePairs {
    private static final Comparator<Pair> BY_RELEASE = Comparator.comparing(
                    Pair::qemu, Comparator.nullsFirst(Version.BY_RELEASE))
            .thenComparing(Pair::librbd, Comparator.nullsFirst(Version.BY_RELEASE));

    private final Map<Pair, long[]> counts = new TreeMap<>(BY_RELEASE);

    private record Pair(@Nullable Version qemu, @Nullable Version librbd) {}

    /** Adds hosts that sent these versions; a text that holds no version is as good as none. */
    public void add(@Nullable String qemu, @Nullable String librbd, long hosts, long failing) {
        Pair pair = new Pair(version(Component.QEMU, qemu), version(Component.LIBRBD, librbd));
        long[] count = counts.computeIfAbsent(pair, key -> new long[2]);
        count[0] += hosts;
        count[1] += failing;
    }

    /** In the order of the releases, unknown ones first. */
    public List<VersionPair> pairs() {
        return counts.entrySet().stream()
                .map(entry -> new VersionPair(
                        text(entry.getKey().qemu()),
                        text(entry.getKey().librbd()),
                        entry.getValue()[0],
                        entry.getValue()[1]))
                .toList();
    }

    private static @Nullable Version version(Component component, @Nullable String text) {
        return text == null ? null : Version.parse(component, text).orElse(null);
    }

    private static @Nullable String text(@Nullable Version version) {
        return version == null ? null : version.releaseText();
    }
}
