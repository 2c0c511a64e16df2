package io.cacheaudit.effective;

import io.cacheaudit.text.Provenance;
import io.cacheaudit.version.Missing;
import java.util.List;

/**
 * A setting or a whole document that somebody wrote and that may have no effect.
 *
 * @param section the section it stands in; empty for a whole document
 * @param key the normalised key; empty for a whole document
 * @param kind the kind of the document, as requests spell it
 * @param ignored the reason's word, {@code none} where the setting has its effect; unknown where a version is missing
 * @param why the reason in words, empty where the setting has its effect
 */
public record Remark(
        String kind,
        String document,
        String section,
        String key,
        Effective<String> ignored,
        String why,
        Provenance at,
        List<Missing> missing) {
    public Remark {
        missing = List.copyOf(missing);
    }

    /** A whole document rather than a setting in it. */
    public boolean isDocument() {
        return key.isEmpty();
    }
}
