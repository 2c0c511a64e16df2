package io.cacheaudit.document.ceph;

import io.cacheaudit.text.Provenance;

/**
 * An assignment that looks like one of a librbd option and has no effect.
 *
 * @param path of the document
 * @param section as written
 * @param key normalised as a person means it
 * @param why one clause; never repeats the value
 */
public record CephRemark(String path, String section, String key, Reason reason, String why, Provenance at) {

    /** Why it has no effect, the cause that hides the others first. */
    public enum Reason {
        FILE_REFUSED,
        SKIPPED_LINE,
        KEY_NEVER_MATCHES,
        SECTION_NO_CLIENT_READS,
        OTHER_CLIENT,
        OVERRIDDEN_LATER,
        NO_SUCH_OPTION,
        BAD_VALUE
    }
}
