package io.cacheaudit.audit;

import io.cacheaudit.document.DocumentSet;
import java.time.Duration;

/**
 * An audit and the redacted set that it speaks of, which alone may be stored.
 *
 * @param interval how often the host reports
 */
public record Audited(DocumentSet redacted, Audit audit, Duration interval) {
    /** How often a host reports that does not say. */
    public static final Duration DEFAULT_INTERVAL = Duration.ofHours(1);
}
