package io.cacheaudit.effective;

import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides one value among its writers: the strongest rank that holds a valid write wins, in it the latest write.
 *
 * @param row who outranks whom
 * @param open layers that exist in these versions and that the host did not speak of, with what would tell
 * @param assumes what is taken for granted of a distribution's build
 */
public record Cascade(LayerRow row, Map<String, Missing> open, List<String> assumes) {
    public Cascade {
        open = Map.copyOf(open);
        assumes = List.copyOf(assumes);
    }

    /**
     * The value and its derivation.
     *
     * @param writes in the order they happen
     * @param ignored writers whose lines were dropped before they could write
     */
    public <T> Setting<T> decide(List<Write<T>> writes, List<Step> ignored) {
        List<Step> dropped = new ArrayList<>(ignored);
        List<Write<T>> ranked = ranked(writes, dropped);
        if (ranked.isEmpty()) {
            return new Setting<>(
                    new Effective.Unknown<>(nothingWritten(), List.of()),
                    new Derivation(row.id(), null, List.of(), dropped, assumes));
        }
        Write<T> winner = ranked.get(0);
        List<Step> overridden = ranked.stream().skip(1).map(Write::step).toList();
        List<Missing> stronger = openFrom(winner.layer());
        Effective<T> value = new Effective.Known<>(
                Objects.requireNonNull(winner.value()), !stronger.isEmpty(), stronger, evidence(winner.at()));
        return new Setting<>(value, new Derivation(row.id(), winner.step(), overridden, dropped, assumes));
    }

    /** Valid writes, strongest first; the others go to {@code dropped}. */
    private <T> List<Write<T>> ranked(List<Write<T>> writes, List<Step> dropped) {
        List<Write<T>> ranked = new ArrayList<>();
        for (int rank = 0; rank < row.ranks().size(); rank++) {
            for (int i = writes.size() - 1; i >= 0; i--) {
                Write<T> write = writes.get(i);
                if (row.rank(write.layer()) == rank) {
                    if (write.rejected() == null) {
                        ranked.add(write);
                    } else {
                        dropped.add(write.ignored(write.rejected()));
                    }
                }
            }
        }
        for (Write<T> write : writes) {
            if (row.rank(write.layer()) < 0) {
                dropped.add(write.ignored("these versions have no layer " + write.layer()));
            }
        }
        return ranked;
    }

    /** Open layers that could still beat (or, in the same rank, follow) the winner. */
    private List<Missing> openFrom(String winner) {
        int rank = row.rank(winner);
        return open.entrySet().stream()
                .filter(entry -> row.rank(entry.getKey()) >= 0 && row.rank(entry.getKey()) <= rank)
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Missing> nothingWritten() {
        List<Missing> missing = open.values().stream().distinct().sorted().toList();
        return missing.isEmpty()
                ? List.of(Missing.unestablished("facts." + row.head().table(), "no layer writes this value"))
                : missing;
    }

    private static List<Provenance> evidence(@Nullable Provenance at) {
        return at == null ? List.of() : List.of(at);
    }
}
