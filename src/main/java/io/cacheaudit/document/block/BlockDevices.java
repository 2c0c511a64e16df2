package io.cacheaudit.document.block;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every row of {@code lsblk}, parents before their children. */
public record BlockDevices(List<BlockDevice> devices) {
    public BlockDevices {
        devices = List.copyOf(devices);
    }

    /** The first row of a kernel name, or null. */
    public @Nullable BlockDevice byKname(String kname) {
        return first(device -> device.kname().equals(kname));
    }

    /** The first row of a name, or null. */
    public @Nullable BlockDevice byName(String name) {
        return first(device -> device.name().equals(name));
    }

    /** The first row that satisfies a condition, or null. */
    public @Nullable BlockDevice first(Predicate<BlockDevice> condition) {
        return devices.stream().filter(condition).findFirst().orElse(null);
    }

    /** The kernel names of the devices directly below one, sorted. */
    public Set<String> below(String kname) {
        Set<String> names = new TreeSet<>();
        devices.stream()
                .filter(device -> device.kname().equals(kname))
                .map(BlockDevice::pkname)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }
}
