package io.cacheaudit.fact;

import io.cacheaudit.document.qemu.Drive;
import io.cacheaudit.document.qemu.QemuProcess;
import io.cacheaudit.document.qemu.RbdName;
import io.cacheaudit.fact.DiskFacts.DriveFacts;
import io.cacheaudit.fact.DiskFacts.Option;
import io.cacheaudit.fact.DiskFacts.Origin;
import io.cacheaudit.fact.DiskFacts.SourceFacts;
import io.cacheaudit.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The drives of a running process, each as a disk of its own. */
final class ProcessDisks {
    private static final List<String> FLAGS = List.of("cache.writeback", "cache.direct", "cache.no-flush");

    private ProcessDisks() {}

    /** The guest's name, else where its command line comes from. */
    static String name(QemuProcess process) {
        if (process.name() != null) {
            return process.name().value();
        }
        return process.program() == null ? "unnamed" : process.program().at().source();
    }

    static List<DiskFacts> of(QemuProcess process) {
        List<DiskFacts> disks = new ArrayList<>();
        for (Drive drive : process.drives()) {
            disks.add(disk(process, drive, "drive" + disks.size()));
        }
        return disks;
    }

    private static DiskFacts disk(QemuProcess process, Drive drive, String otherwise) {
        RbdName rbd = drive.rbd();
        Located<String> id = rbd == null ? null : rbd.id();
        return new DiskFacts(
                name(process),
                process.uuid() == null ? null : process.uuid().value(),
                Origin.PROCESS,
                drive.id() == null ? otherwise : drive.id().value(),
                null,
                word(drive, "media", "disk"),
                drive.attachment() == null ? null : drive.attachment().value(),
                drive.format() == null ? null : drive.format().value(),
                source(drive),
                null,
                word(drive, "readonly", "off").equals("on"),
                false,
                word(drive, "snapshot", "off").equals("on"),
                false,
                facts(process, drive),
                id == null ? "client.admin" : "client." + id.value(),
                null,
                null,
                List.of(),
                drive.at());
    }

    private static DriveFacts facts(QemuProcess process, Drive drive) {
        List<Option> flags = new ArrayList<>();
        for (String flag : FLAGS) {
            Located<String> value = drive.options().value(flag);
            if (value != null) {
                flags.add(new Option(flag, value));
            }
        }
        List<Option> options = drive.rbd() == null
                ? List.of()
                : drive.rbd().options().stream()
                        .filter(option -> option.value() != null)
                        .map(option -> new Option(option.key().value(), Objects.requireNonNull(option.value())))
                        .toList();
        return new DriveFacts(
                drive.cache(),
                flags,
                options,
                word(drive, "snapshot", "off").equals("on"),
                environment(process, "CEPH_CONF"),
                environment(process, "HOME"),
                drive.at());
    }

    private static SourceFacts source(Drive drive) {
        RbdName rbd = drive.rbd();
        if (rbd != null) {
            String image = rbd.image() == null ? "" : "/" + rbd.image().value();
            String snapshot = rbd.snapshot() == null ? null : rbd.snapshot().value();
            return new SourceFacts("network", "rbd", rbd.pool().value() + image, snapshot);
        }
        Located<String> file = drive.file();
        if (file == null || file.value().isEmpty()) {
            return new SourceFacts("file", null, null, null);
        }
        String protocol = drive.protocol();
        if (protocol != null && !protocol.equals("file")) {
            return new SourceFacts("network", protocol, file.value(), null);
        }
        return new SourceFacts(file.value().startsWith("/dev/") ? "block" : "file", null, file.value(), null);
    }

    private static String word(Drive drive, String key, String otherwise) {
        Located<String> value = drive.options().value(key);
        return value == null ? otherwise : value.value();
    }

    private static @Nullable String environment(QemuProcess process, String name) {
        Located<String> value = process.environment().get(name);
        return value == null ? null : value.value();
    }
}
