package io.cacheaudit.document.block;

import io.cacheaudit.text.Located;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /sys/block/DEVICE} says of one device.
 *
 * @param attributes of its {@code queue} directory, by file name: {@code write_cache}, {@code max_segments}
 * @param dmName device mapper's name
 * @param mdLevel of an array: {@code raid1}
 * @param slaves the kernel names of the devices below
 */
public record BlockQueue(
        String device,
        Map<String, Located<String>> attributes,
        @Nullable Located<String> dmName,
        @Nullable Located<String> mdLevel,
        @Nullable Located<String> mdMismatchCount,
        List<Located<String>> slaves) {
    public BlockQueue {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        slaves = List.copyOf(slaves);
    }

    /** {@code write back} or {@code write through}; null where it was not sent. */
    public @Nullable Located<String> writeCache() {
        return attributes.get("write_cache");
    }

    /** An attribute as a number; null where it was not sent or is none. */
    public @Nullable Long number(String attribute) {
        Located<String> value = attributes.get(attribute);
        return value != null && value.value().matches("[0-9]{1,18}") ? Long.valueOf(value.value()) : null;
    }
}
