package io.cacheaudit.audit.request;

import io.cacheaudit.document.Kind;
import java.util.Optional;

/** The kind of a file that a host looked for and did not find: only its path tells. */
public final class KindByPath {
    private KindByPath() {}

    /** The kind whose files stand at such a path on a host, or nothing where it tells none. */
    public static Optional<Kind> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals("/proc/1/mountinfo")) {
            return Optional.of(Kind.MOUNTS);
        }
        if (path.equals("/proc/mdstat")) {
            return Optional.of(Kind.MDSTAT);
        }
        if (name.endsWith(".xml")) {
            return path.contains("libvirt/") ? Optional.of(Kind.LIBVIRT_DOMAIN) : Optional.empty();
        }
        if (name.endsWith(".conf")) {
            return configuration(path, name);
        }
        return path.contains("glusterd/vols/") ? Optional.of(Kind.GLUSTER_VOLUME) : Optional.empty();
    }

    private static Optional<Kind> configuration(String path, String name) {
        if (path.contains("/nova/") || name.startsWith("nova")) {
            return Optional.of(Kind.NOVA_CONF);
        }
        boolean ceph = path.contains("/ceph/") || path.contains("/.ceph/") || name.equals("ceph.conf");
        return ceph ? Optional.of(Kind.CEPH_CONF) : Optional.empty();
    }
}
