package io.cacheaudit.document.qemu;

import io.cacheaudit.text.Located;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A running guest.
 *
 * @param name the guest's name: {@code -name NAME} or {@code -name guest=NAME}
 * @param blockdevs every {@code -blockdev}
 * @param devices every {@code -device}
 * @param globals the operands of {@code -global}: {@code driver.property=value}
 * @param sets the operands of {@code -set}: {@code group.id.argument=value}
 * @param environment CEPH_ARGS, CEPH_CONF and HOME where they are set
 */
public record QemuProcess(
        @Nullable Located<String> program,
        @Nullable Located<String> name,
        @Nullable Located<String> uuid,
        List<Drive> drives,
        List<JsonOrOptions> blockdevs,
        List<JsonOrOptions> devices,
        List<Located<String>> globals,
        List<Located<String>> sets,
        Map<String, Located<String>> environment,
        Host host) {
    public QemuProcess {
        drives = List.copyOf(drives);
        blockdevs = List.copyOf(blockdevs);
        devices = List.copyOf(devices);
        globals = List.copyOf(globals);
        sets = List.copyOf(sets);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /**
     * What the host's process table says.
     *
     * @param started RFC 3339, as sent
     * @param runningQemu the version of the binary that runs, where the sender knows it
     */
    public record Host(
            @Nullable Located<String> cwd,
            @Nullable Located<String> started,
            @Nullable MappedFile exe,
            @Nullable MappedFile librbd,
            @Nullable Located<String> runningQemu,
            @Nullable Located<String> runningLibrbd) {}

    /**
     * A file that the process has mapped.
     *
     * @param deleted whether the file was replaced or removed since: what is installed is not what runs
     */
    public record MappedFile(Located<String> path, boolean deleted) {}
}
