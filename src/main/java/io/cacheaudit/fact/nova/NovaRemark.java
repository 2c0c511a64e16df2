package io.cacheaudit.fact.nova;

import io.cacheaudit.text.Provenance;

/**
 * Something that nova.conf sets and nova does not use, without a word in its log or with a mere warning.
 *
 * @param section as written; for a swallowed line the one its author most likely meant
 * @param why one clause in plain words, without the value of an option nobody knows
 */
public record NovaRemark(String document, String section, String key, Reason reason, String why, Provenance at) {
    public enum Reason {
        /** An item of disk_cachemodes whose mode is none nova knows. */
        BAD_MODE,
        /** An item whose key is no disk type that nova writes. */
        KEY_NEVER_MATCHED,
        /** An item whose key differs from a disk type by upper and lower case only. */
        KEY_CASE,
        /** An item that a later item of the same key replaces. */
        REPLACED_ITEM,
        /** A known option in a section that this release does not read it from. */
        WRONG_SECTION,
        /** A name that is almost that of a known option. */
        MISSPELT_OPTION,
        /** An indented line that became part of the option before it. */
        SWALLOWED,
        /** An assignment that a later one, in this or a later file, replaces. */
        OVERRIDDEN,
        /** A disk_cachemodes whose fate depends on a version that is not known, or on a file that was not read. */
        UNDECIDED
    }
}
