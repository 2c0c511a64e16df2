package io.cacheaudit.document.block;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The queues of a host by the kernel name of their device. */
public record BlockQueues(Map<String, BlockQueue> queues) {
    public BlockQueues {
        queues = Collections.unmodifiableMap(new TreeMap<>(queues));
    }

    public @Nullable BlockQueue of(String kname) {
        return queues.get(kname);
    }
}
