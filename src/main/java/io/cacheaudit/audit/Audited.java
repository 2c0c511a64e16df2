package io.cacheaudit.audit;

import io.cacheaudit.document.DocumentSet;
import io.cacheaudit.rule.OpenPass;
import java.time.Duration;
import java.util.List;

/**
 * An audit and the redacted set that it speaks of, which alone may be stored.
 *
 * @param interval how often the host reports
 * @param openPasses the passes that a layer which nobody spoke of could still change
 * @param unparsed documents of which nothing could be read: with one of them no verdict is PASS
 */
public record Audited(
        DocumentSet redacted, Audit audit, Duration interval, List<OpenPass> openPasses, List<String> unparsed) {
    /** How often a host reports that does not say. */
    public static final Duration DEFAULT_INTERVAL = Duration.ofHours(1);

    public Audited {
        openPasses = List.copyOf(openPasses);
        unparsed = List.copyOf(unparsed);
    }

    /** An audit whose passes all hold and whose documents were all read. */
    public Audited(DocumentSet redacted, Audit audit, Duration interval) {
        this(redacted, audit, interval, List.of(), List.of());
    }
}
