package io.cacheaudit.adapter.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The limits of block devices as {@code grep -H .} prints them over the files below {@code /sys/block}. */
final class BlockQueueFiles {
    private static final List<String> FILES = List.of(
            "queue/logical_block_size",
            "queue/physical_block_size",
            "queue/max_segments",
            "queue/max_segment_size",
            "queue/max_sectors_kb",
            "queue/max_hw_sectors_kb",
            "queue/write_cache",
            "dm/name",
            "md/level",
            "md/mismatch_cnt");

    private final HostRoot root;

    BlockQueueFiles(HostRoot root) {
        this.root = root;
    }

    /** The lines; empty where the host's directory has no such files. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        for (String device : root.names("sys/block", "*")) {
            for (String file : FILES) {
                String path = "sys/block/" + device + "/" + file;
                if (root.read(path) instanceof HostRoot.Entry.Content content) {
                    new String(content.bytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isEmpty())
                            .forEach(line -> lines.append('/')
                                    .append(path)
                                    .append(':')
                                    .append(line)
                                    .append('\n'));
                }
            }
        }
        return lines.toString();
    }
}
