package io.cacheaudit.document.block;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mounts of a host's own name space, in the order of {@code mountinfo}. */
public record Mounts(List<Mount> mounts) {
    public Mounts {
        mounts = List.copyOf(mounts);
    }

    /**
     * The mount that a path lies on: the longest mount point above it, of equal ones the last. Links are not resolved;
     * null for a relative path, a path with {@code ..}, and where no mount point is above it.
     */
    public @Nullable Mount under(String path) {
        if (!path.startsWith("/") || Arrays.asList(path.split("/")).contains("..")) {
            return null;
        }
        Mount longest = null;
        for (Mount mount : mounts) {
            boolean above = isAbove(mount.mountPoint(), path);
            if (above
                    && (longest == null
                            || mount.mountPoint().length()
                                    >= longest.mountPoint().length())) {
                longest = mount;
            }
        }
        return longest;
    }

    private static boolean isAbove(String mountPoint, String path) {
        return mountPoint.equals("/") || path.equals(mountPoint) || path.startsWith(mountPoint + "/");
    }
}
