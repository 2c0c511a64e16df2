package io.cacheaudit.adapter.dashboard.disk;

import io.cacheaudit.version.Missing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one disk; every text is printable.
 *
 * @param anchor an id within its page
 * @param facts what is written about it, each a name and a value
 * @param configured the cache attribute as written, the empty string where none is
 * @param configuredAt where, the empty string where it is not known
 * @param driveNotes what the mode means
 * @param nextStart the mode after the guest's next start, null where it stays
 * @param rbd null for disks that are not rbd
 * @param rows the three kinds of writes
 * @param stacks the values that several writers compete for
 * @param missing what would lift the unknowns and conditions
 */
public record DiskPanel(
        String anchor,
        String href,
        String name,
        List<Fact> facts,
        String configured,
        String configuredAt,
        Value mode,
        List<String> driveNotes,
        @Nullable Value nextStart,
        @Nullable RbdPanel rbd,
        List<RiskRow> rows,
        List<LayerStack> stacks,
        List<Missing> missing) {
    public DiskPanel {
        facts = List.copyOf(facts);
        driveNotes = List.copyOf(driveNotes);
        rows = List.copyOf(rows);
        stacks = List.copyOf(stacks);
        missing = List.copyOf(missing);
    }

    /** A name and what stands for it. */
    public record Fact(String name, String value) {}

    /**
     * The rbd cache.
     *
     * @param written what the documents say of rbd_cache, the empty string where they say nothing
     * @param place where
     */
    public record RbdPanel(String written, String place, Value enabled, Value state, Value holdsWrites) {}

    /** Whether what is written and what holds differ. */
    public boolean differs() {
        return mode.known() && !configured.isEmpty() && !configured.equals(mode.text());
    }
}
