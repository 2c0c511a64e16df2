package io.cacheaudit.fact;

import io.cacheaudit.fact.nova.NovaDialect;
import io.cacheaudit.fact.nova.NovaFacts;
import io.cacheaudit.fact.storage.StorageUnder;
import io.cacheaudit.text.Problem;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of one host state, but for its ceph.conf, whose reading depends on who reads it.
 *
 * @param disks by guest and target
 * @param nova null where no nova.conf was sent
 * @param novaDialects how the releases of nova that are possible apply disk_cachemodes
 * @param storage what lies under a path
 * @param interval how often the host reports, null where it does not say
 * @param unparsed documents of which nothing could be read
 */
public record HostFacts(
        List<GuestDisk> disks,
        @Nullable NovaFacts nova,
        NovaFacts.Dialects novaDialects,
        Function<String, StorageUnder> storage,
        @Nullable Duration interval,
        List<String> unparsed,
        List<Problem> problems) {
    public HostFacts {
        disks = List.copyOf(disks);
        unparsed = List.copyOf(unparsed);
        problems = List.copyOf(problems);
    }

    /** The one dialect of nova, null where the release is not known. */
    public @Nullable NovaDialect novaDialect() {
        return novaDialects.candidates().size() == 1 && novaDialects.missing().isEmpty()
                ? novaDialects.candidates().get(0)
                : null;
    }
}
