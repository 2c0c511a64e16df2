package io.cacheaudit.fact.storage;

import io.cacheaudit.document.Kind;
import io.cacheaudit.document.block.BlockDevice;
import io.cacheaudit.document.block.BlockDevices;
import io.cacheaudit.document.block.BlockQueue;
import io.cacheaudit.document.block.BlockQueues;
import io.cacheaudit.document.block.Mount;
import io.cacheaudit.fact.storage.StorageUnder.DeviceCache;
import io.cacheaudit.text.Located;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks from a device node down to the devices with none below: partitions, arrays and device mapper in between. */
final class DeviceWalk {
    private static final String MAPPER = "/dev/mapper/";

    private final @Nullable BlockDevices devices;
    private final @Nullable BlockQueues queues;
    private final Set<Kind> missing = EnumSet.noneOf(Kind.class);
    private final Map<String, DeviceCache> leaves = new TreeMap<>();

    DeviceWalk(@Nullable BlockDevices devices, @Nullable BlockQueues queues) {
        this.devices = devices;
        this.queues = queues;
    }

    List<DeviceCache> leaves() {
        return List.copyOf(leaves.values());
    }

    Set<Kind> missing() {
        return missing;
    }

    /** Walks down from the device that {@code node} names, or that carries {@code mount}. */
    void from(String node, @Nullable Mount mount) {
        String start = kname(node, mount);
        if (start == null) {
            missing.add(Kind.BLOCK_DEVICES);
            return;
        }
        Deque<String> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String kname = open.pop();
            Set<String> below = below(kname);
            if (below.isEmpty()) {
                leaf(kname);
            }
            below.stream().filter(seen::add).forEach(open::push);
        }
    }

    private void leaf(String kname) {
        boolean listed = devices != null && devices.byKname(kname) != null;
        BlockQueue queue = queues == null ? null : queues.of(kname);
        // A name that neither document lists may be a partition, whose disk only lsblk tells.
        if (!listed && queue == null) {
            missing.add(Kind.BLOCK_DEVICES);
        }
        Located<String> writeCache = queue == null ? null : queue.writeCache();
        if (writeCache == null) {
            missing.add(Kind.BLOCK_QUEUE);
        }
        leaves.put(kname, new DeviceCache(kname, writeCache));
    }

    private Set<String> below(String kname) {
        Set<String> below = new TreeSet<>();
        if (devices != null) {
            below.addAll(devices.below(kname));
        }
        BlockQueue queue = queues == null ? null : queues.of(kname);
        if (queue != null) {
            queue.slaves().forEach(slave -> below.add(slave.value()));
        }
        return below;
    }

    /** The kernel's name of a device node; null where no document tells, as for links below {@code /dev/disk}. */
    private @Nullable String kname(String node, @Nullable Mount mount) {
        String name = node.startsWith(MAPPER) ? node.substring(MAPPER.length()) : mapperName(node);
        String listed = listed(name, mount);
        if (listed != null) {
            return listed;
        }
        if (queues == null) {
            return null;
        }
        for (BlockQueue queue : queues.queues().values()) {
            Located<String> dmName = queue.dmName();
            if (queue.device().equals(name) || dmName != null && dmName.value().equals(name)) {
                return queue.device();
            }
        }
        return null;
    }

    private @Nullable String listed(String name, @Nullable Mount mount) {
        if (devices == null) {
            return null;
        }
        BlockDevice device = devices.byKname(name);
        device = device == null ? devices.byName(name) : device;
        if (device == null && mount != null) {
            device = devices.first(row -> mount.device().equals(row.majorMinor())
                    || mount.mountPoint().equals(row.mountPoint()));
        }
        return device == null ? null : device.kname();
    }

    /** {@code /dev/VG/LV} as device mapper names it, dashes doubled; the plain name for {@code /dev/NAME}. */
    private static String mapperName(String node) {
        String[] steps = node.substring("/dev/".length()).split("/");
        return steps.length == 2 ? steps[0].replace("-", "--") + "-" + steps[1].replace("-", "--") : steps[0];
    }
}
