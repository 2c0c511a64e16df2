package io.cacheaudit.document.nova;

import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.List;

/**
 * The dialects a host's oslo.config may have: one where its version is known, every one where it is not.
 *
 * @param missing what would tell which; not empty unless there is exactly one candidate
 */
public record OsloDialects(List<OsloDialect> candidates, List<Missing> missing) {
    public OsloDialects {
        candidates = candidates.stream().distinct().toList();
        missing = List.copyOf(missing);
    }

    /** The reading on which all candidates agree, else unknown; the first of {@code options} is the one that is read. */
    public OptionReading read(NovaConf conf, OsloReader.Registry registry, List<OptionSpec> options) {
        List<OptionReading> readings = new ArrayList<>();
        for (OsloDialect dialect : candidates) {
            OptionReading reading = new OsloReader(conf, dialect, registry, options).read(options.get(0));
            if (!readings.contains(reading)) {
                readings.add(reading);
            }
        }
        return readings.size() == 1 ? readings.get(0) : new OptionReading.Unknown(missing);
    }
}
