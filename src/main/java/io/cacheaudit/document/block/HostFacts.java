package io.cacheaudit.document.block;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a host's agent says of the host. Every member that was not sent is null.
 *
 * @param interval how often the agent sends
 * @param qemuUser the user that guests run as
 */
public record HostFacts(
        @Nullable InstancesPath instancesPath,
        @Nullable Duration interval,
        @Nullable String qemuUser,
        @Nullable Confinement confinement,
        @Nullable String cluster,
        Map<String, String> labels) {
    public HostFacts {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /** What confines guests. */
    public enum Confinement {
        APPARMOR,
        SELINUX,
        NONE
    }

    /** nova's directory of instances and the direct writes that were tried there. */
    public record InstancesPath(@Nullable String path, List<DirectIo> directIo) {
        public InstancesPath {
            directIo = List.copyOf(directIo);
        }
    }

    /** Whether a direct write of so many bytes worked. */
    public record DirectIo(long bytes, boolean ok) {}
}
