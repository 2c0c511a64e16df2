package io.cacheaudit.adapter.cli;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.durability.Cell;
import io.cacheaudit.effective.durability.Failure;
import io.cacheaudit.effective.durability.Risk;
import io.cacheaudit.effective.durability.Writes;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of a disk in a word or two. */
final class DiskWords {
    /** Stands where a value is unknown; what is missing is said beside it. */
    static final String UNKNOWN = "?";

    private DiskWords() {}

    static String name(EffectiveDisk disk) {
        return Plain.text(disk.facts().domain()) + "/" + Plain.text(disk.facts().target());
    }

    static String source(DiskFacts.SourceFacts source) {
        if (source.isEmpty()) {
            return "empty";
        }
        String kind = source.protocol() == null ? source.type() : source.protocol();
        String snapshot = source.snapshot() == null ? "" : "@" + source.snapshot();
        return Plain.text(kind + ":" + source.name() + snapshot);
    }

    static String configured(DriveCache cache) {
        return cache.configured() == null ? "not written" : Plain.text(cache.configured());
    }

    static String mode(DriveCache cache) {
        return value(cache.mode(), mode -> mode.isEmpty() ? "no word for it" : mode);
    }

    static String rbd(@Nullable RbdCache cache) {
        return cache == null ? "-" : value(cache.enabled(), on -> on ? "on" : "off") + " " + value(cache.state());
    }

    static String risk(EffectiveDisk disk, Writes writes) {
        String bound = disk.durability()
                        .worst(writes)
                        .known()
                        .filter(Risk.BOUNDED::equals)
                        .isPresent()
                ? bound(disk, writes)
                : "";
        return value(disk.durability().worst(writes), Risk::word) + bound;
    }

    /** The one bound that every bounded cell of these writes has. */
    private static String bound(EffectiveDisk disk, Writes writes) {
        var bounds = Arrays.stream(Failure.values())
                .map(failure -> disk.durability().cell(writes, failure))
                .filter(cell -> cell.risk().known().filter(Risk.BOUNDED::equals).isPresent())
                .map(Cell::bytes)
                .collect(Collectors.toSet());
        return bounds.size() == 1
                ? bounds.stream()
                        .filter(Objects::nonNull)
                        .map(bytes -> " " + size(bytes))
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** A number of bytes, in the largest unit that divides it. */
    static String size(long bytes) {
        int shift = bytes != 0 && bytes % (1L << 30) == 0 ? 30 : bytes != 0 && bytes % (1L << 20) == 0 ? 20 : 0;
        return switch (shift) {
            case 30 -> (bytes >> shift) + " GiB";
            case 20 -> (bytes >> shift) + " MiB";
            default -> bytes + " bytes";
        };
    }

    static <T> String value(Effective<T> effective) {
        return value(effective, Object::toString);
    }

    static <T> String value(Effective<T> effective, Function<? super T, String> word) {
        return effective.fold(
                known -> Plain.text(word.apply(known.value())) + (known.conditional() ? " (conditional)" : ""),
                unknown -> UNKNOWN);
    }

    /** Words of an enum, for people: {@code NEVER_FLUSHING_GUEST} is "never flushing guest". */
    static String spaced(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
