package io.cacheaudit.document.block;

import io.cacheaudit.text.Provenance;
import java.util.List;

/**
 * One line of {@code mountinfo}, octal escapes decoded.
 *
 * @param device {@code major:minor}; major 0 has no block device of its own
 * @param root the directory of the file system that is mounted, {@code /} unless it is a bind mount
 * @param source what is mounted: {@code /dev/sda1}, {@code server:/export}, {@code tmpfs}
 * @param options of the mount, then those of the file system
 */
public record Mount(
        Provenance at,
        int id,
        String device,
        String root,
        String mountPoint,
        String fileSystem,
        String source,
        List<String> options) {
    public Mount {
        options = List.copyOf(options);
    }
}
