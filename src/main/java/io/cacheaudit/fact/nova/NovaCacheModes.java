package io.cacheaudit.fact.nova;

import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.Optional;

/**
 * {@code disk_cachemodes} item by item.
 *
 * @param items in their order, empty where no file sets the option or where it is unknown
 * @param missing not empty where it is unknown
 */
public record NovaCacheModes(List<CacheModeItem> items, List<Missing> missing) {
    public NovaCacheModes {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
    }

    public boolean isKnown() {
        return missing.isEmpty();
    }

    /** The item that nova uses for disks of this type: {@code file}, {@code block} or {@code network}. */
    public Optional<CacheModeItem> forType(String diskType) {
        return items.stream()
                .filter(item ->
                        item.state() == CacheModeItem.State.VALID && item.key().equals(diskType))
                .findFirst();
    }

    /** How many items nova warns of in its log: those whose mode it does not know. */
    public int warnings() {
        return (int) items.stream()
                .filter(item -> item.state() == CacheModeItem.State.BAD_MODE)
                .count();
    }
}
