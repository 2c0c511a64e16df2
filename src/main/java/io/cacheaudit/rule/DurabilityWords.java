package io.cacheaudit.rule;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.durability.Cell;
import io.cacheaudit.effective.durability.Durability;
import io.cacheaudit.effective.durability.Failure;
import io.cacheaudit.effective.durability.HeldIn;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nine cells as one sentence and one number. */
final class DurabilityWords {
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private DurabilityWords() {}

    /** The largest bound of any cell in bytes, 0 where no cell has one. */
    static Effective<Long> bytes(Durability durability) {
        long most = cells(durability)
                .map(Cell::bytes)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return known(most, durability);
    }

    /** What each kind of writes can lose; what is not known is said. */
    static Effective<String> summary(Durability durability) {
        Map<String, List<Writes>> byLoss = Arrays.stream(Writes.values())
                .collect(Collectors.groupingBy(
                        writes -> losses(writes, durability), LinkedHashMap::new, Collectors.toList()));
        List<String> sentences = new ArrayList<>();
        byLoss.forEach((losses, kinds) -> sentences.add(
                kinds.stream().map(DurabilityWords::words).collect(Collectors.joining(" and ")) + " " + losses));
        return known(String.join("; ", sentences), durability);
    }

    private static <T> Effective<T> known(T value, Durability durability) {
        Provenance[] evidence = cells(durability)
                .flatMap(cell -> cell.risk().evidence().stream())
                .distinct()
                .toArray(Provenance[]::new);
        return Effective.known(value, evidence);
    }

    private static Stream<Cell> cells(Durability durability) {
        return Arrays.stream(Writes.values())
                .flatMap(writes -> Arrays.stream(Failure.values()).map(failure -> durability.cell(writes, failure)));
    }

    private static String losses(Writes writes, Durability durability) {
        Map<Failure, Cell> atRisk = new EnumMap<>(Failure.class);
        List<Failure> unknown = new ArrayList<>();
        for (Failure failure : Failure.values()) {
            Cell cell = durability.cell(writes, failure);
            if (cell.risk().known().isEmpty()) {
                unknown.add(failure);
            } else if (cell.risk().known().get() != Risk.NONE) {
                atRisk.put(failure, cell);
            }
        }
        List<String> parts = new ArrayList<>();
        groups(atRisk).forEach((loss, failures) -> parts.add("lose " + loss + " when " + words(failures)));
        if (!unknown.isEmpty()) {
            parts.add("lose an amount not known when " + words(unknown));
        }
        return parts.isEmpty() ? "lose nothing" : String.join(" and ", parts);
    }

    /** Failures that lose the same, in the order of the failures. */
    private static Map<String, List<Failure>> groups(Map<Failure, Cell> atRisk) {
        return atRisk.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> loss(entry.getValue()),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private static String loss(Cell cell) {
        Long bytes = cell.bytes();
        String amount = cell.risk().known().orElseThrow() == Risk.UNBOUNDED
                ? "an unbounded amount"
                : bytes == null ? "a bounded amount" : "up to " + size(bytes);
        String where = cell.heldIn().stream().map(HeldIn::word).collect(Collectors.joining(" and "));
        return where.isEmpty() ? amount : amount + " held in " + where;
    }

    private static String size(long bytes) {
        if (bytes >= MIB && bytes % MIB == 0) {
            return bytes + " bytes (" + bytes / MIB + " MiB)";
        }
        return bytes >= KIB && bytes % KIB == 0 ? bytes + " bytes (" + bytes / KIB + " KiB)" : bytes + " bytes";
    }

    private static String words(Writes writes) {
        return switch (writes) {
            case FLUSHED -> "flushed writes";
            case UNFLUSHED -> "writes since the last flush";
            case NEVER_FLUSHING_GUEST -> "writes of a guest that never flushes";
        };
    }

    private static String words(List<Failure> failures) {
        return failures.stream()
                .map(failure -> switch (failure) {
                    case QEMU_KILLED -> "QEMU is killed";
                    case HOST_CRASH -> "the host crashes";
                    case POWER_LOSS -> "the power goes";
                })
                .collect(Collectors.joining(", "))
                .replaceAll(", (?=[^,]*$)", " or ");
    }
}
