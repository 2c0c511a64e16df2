package io.cacheaudit.fact.storage;

import io.cacheaudit.document.Kind;
import io.cacheaudit.document.block.BlockDevices;
import io.cacheaudit.document.block.BlockQueues;
import io.cacheaudit.document.block.Mount;
import io.cacheaudit.document.block.Mounts;
import io.cacheaudit.text.Located;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What lies under the path of a disk image.
 *
 * @param fileSystem as the kernel names it; null for a block device and where the mounts do not tell
 * @param mount the mount that the file lies on; null likewise
 * @param isBlockDevice whether the path names a device rather than a file
 * @param devices the lowest devices, those with no other below them
 * @param missing the documents that would tell what is not known here
 */
public record StorageUnder(
        @Nullable String fileSystem,
        @Nullable Mount mount,
        boolean isBlockDevice,
        List<DeviceCache> devices,
        Set<Kind> missing) {
    public StorageUnder {
        devices = List.copyOf(devices);
        missing = Set.copyOf(new TreeSet<>(missing));
    }

    /**
     * The write cache of one device.
     *
     * @param writeCache {@code write back} or {@code write through} as the kernel words it; null where it was not sent
     */
    public record DeviceCache(String device, @Nullable Located<String> writeCache) {
        boolean isVolatile() {
            return writeCache != null && writeCache.value().equals("write back");
        }
    }

    /** What lies under {@code path}; each document is null where it was not sent. */
    public static StorageUnder of(
            String path, @Nullable Mounts mounts, @Nullable BlockDevices devices, @Nullable BlockQueues queues) {
        Mount mount = mounts == null ? null : mounts.under(path);
        DeviceWalk walk = new DeviceWalk(devices, queues);
        if (isDevice(path, mount)) {
            walk.from(path, null);
            return new StorageUnder(null, null, true, walk.leaves(), walk.missing());
        }
        if (mount == null) {
            return new StorageUnder(null, null, false, List.of(), Set.of(Kind.MOUNTS));
        }
        if (mount.source().startsWith("/dev/")) {
            walk.from(mount.source(), mount);
        }
        return new StorageUnder(mount.fileSystem(), mount, false, walk.leaves(), walk.missing());
    }

    /** Below {@code /dev} stand devices, but not where something else is mounted there, as on {@code /dev/shm}. */
    private static boolean isDevice(String path, @Nullable Mount mount) {
        boolean elsewhere = mount != null && mount.mountPoint().startsWith("/dev/");
        return path.startsWith("/dev/") && !path.startsWith("/dev/shm/") && !elsewhere;
    }

    public VolatileCache volatileCache() {
        if (devices.stream().anyMatch(DeviceCache::isVolatile)) {
            return VolatileCache.YES;
        }
        if (!missing.isEmpty()) {
            return VolatileCache.NOT_SENT;
        }
        return devices.isEmpty() ? VolatileCache.NO_LOCAL_DEVICE : VolatileCache.NO;
    }

    /** The devices whose cache is known, in order. */
    public List<Located<String>> writeCaches() {
        return devices.stream()
                .map(DeviceCache::writeCache)
                .filter(Objects::nonNull)
                .toList();
    }
}
