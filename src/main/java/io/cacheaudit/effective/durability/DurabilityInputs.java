package io.cacheaudit.effective.durability;

import io.cacheaudit.document.Kind;
import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.drive.CacheFlags;
import io.cacheaudit.effective.drive.DriveCache;
import io.cacheaudit.effective.rbd.RbdCache;
import io.cacheaudit.fact.DiskFacts;
import io.cacheaudit.fact.storage.StorageUnder;
import io.cacheaudit.version.Missing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the table of durability asks of one disk. */
final class DurabilityInputs {
    private static final Set<String> JOURNALLING = Set.of("ext4", "xfs");
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");
    private static final Set<String> FORMATS = Set.of("raw", "luks", "qcow2");
    private static final Effective<String> NO_RBD = Effective.known("NONE");

    private final DiskFacts disk;
    private final @Nullable StorageUnder under;

    /** @param storage what lies under a path */
    DurabilityInputs(DiskFacts disk, Function<String, StorageUnder> storage) {
        this.disk = disk;
        String path = disk.source().name();
        boolean local =
                disk.source().type().equals("file") || disk.source().type().equals("block");
        this.under = local && path != null && path.startsWith("/") ? storage.apply(path) : null;
    }

    Map<String, Effective<String>> of(DriveCache drive, @Nullable RbdCache rbd) {
        Effective<CacheFlags> flags = drive.flags();
        Map<String, Effective<String>> inputs = new LinkedHashMap<>();
        inputs.put("storage", storage());
        inputs.put("format", format());
        inputs.put("writeback", flags.map(known -> String.valueOf(known.writeback())));
        inputs.put("direct", flags.map(known -> String.valueOf(known.direct())));
        inputs.put("no_flush", flags.map(known -> String.valueOf(known.noFlush())));
        inputs.put("rbd_state", rbd == null ? NO_RBD : rbd.state().map(Enum::name));
        inputs.put("max_dirty", rbd == null ? Effective.known("limited") : limit(rbd));
        inputs.put("device_cache", deviceCache());
        return inputs;
    }

    private static Effective<String> limit(RbdCache rbd) {
        return maxDirty(rbd)
                .map(setting -> setting.map(bytes -> (Long) bytes < 0 ? "negative" : "limited"))
                .orElseGet(() -> rbd.state().map(Enum::name));
    }

    static Optional<Effective<Object>> maxDirty(RbdCache rbd) {
        return Optional.ofNullable(rbd.settings().get("rbd_cache_max_dirty")).map(setting -> setting.effective());
    }

    private Effective<String> format() {
        String format = disk.format();
        if (format == null) {
            return Effective.unknown(Missing.unestablished(
                    "format", "the definition writes no format, what the image holds is not known"));
        }
        return Effective.known(FORMATS.contains(format) ? format : "other");
    }

    private Effective<String> storage() {
        if (disk.isRbd()) {
            return Effective.known("rbd");
        }
        if (disk.device().equals("lun") || under == null) {
            return Effective.known("other");
        }
        if (under.isBlockDevice() || disk.source().type().equals("block")) {
            return Effective.known("block");
        }
        String fileSystem = under.fileSystem();
        if (fileSystem == null) {
            return Effective.unknown(Missing.collect("documents.mounts", "cat /proc/1/mountinfo"));
        }
        if (IN_MEMORY.contains(fileSystem)) {
            return Effective.known("memory");
        }
        return Effective.known(JOURNALLING.contains(fileSystem) ? "file" : "other");
    }

    private Effective<String> deviceCache() {
        if (under == null) {
            return Effective.known("durable");
        }
        return switch (under.volatileCache()) {
            case YES -> Effective.known("volatile");
            case NO, NO_LOCAL_DEVICE -> Effective.known("durable");
            case NOT_SENT -> Effective.unknown(missing(under.missing()));
        };
    }

    private static List<Missing> missing(Set<Kind> kinds) {
        return kinds.stream()
                .map(kind -> Missing.collect("documents." + kind.word(), command(kind)))
                .sorted()
                .toList();
    }

    private static String command(Kind kind) {
        return switch (kind) {
            case MOUNTS -> "cat /proc/1/mountinfo";
            case BLOCK_DEVICES ->
                "lsblk -J -b -o NAME,KNAME,PKNAME,TYPE,SIZE,FSTYPE,MOUNTPOINT,PHY-SEC,LOG-SEC,MIN-IO,"
                        + "OPT-IO,RQ-SIZE,SCHED,ROTA";
            case BLOCK_QUEUE -> "grep -H . /sys/block/*/queue/write_cache";
            case NOVA_CONF,
                    CEPH_CONF,
                    LIBVIRT_DOMAIN,
                    GLUSTER_VOLUME,
                    BRICK,
                    MDSTAT,
                    DM_TABLE,
                    HOST_FACTS,
                    QEMU_PROCESS,
                    QEMU_QUERY_BLOCK,
                    CEPH_OVERRIDES -> "send the document " + kind.word();
        };
    }
}
