package io.cacheaudit.fact.nova;

import io.cacheaudit.text.Provenance;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One item of {@code disk_cachemodes}. Source: nova 26.2.2 nova/virt/libvirt/driver.py LibvirtDriver.__init__.
 *
 * @param key the text before the first {@code =}, the whole item where there is none
 * @param mode the text after it
 */
public record CacheModeItem(String key, String mode, Provenance at, State state) {
    private static final Set<String> MODES =
            Set.of("default", "none", "writethrough", "writeback", "directsync", "unsafe");
    private static final List<String> TYPES = List.of("file", "block", "network");

    /** Whether nova uses the item, and why not. */
    public enum State {
        VALID,
        BAD_MODE,
        KEY_NEVER_MATCHED,
        KEY_CASE,
        /** A later item of the same key wins. */
        REPLACED
    }

    static CacheModeItem of(String text, Provenance at) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        String mode = equals < 0 ? "" : text.substring(equals + 1);
        return new CacheModeItem(key, mode, at, state(key, mode));
    }

    private static State state(String key, String mode) {
        if (!MODES.contains(mode)) {
            return State.BAD_MODE;
        }
        if (TYPES.contains(key)) {
            return State.VALID;
        }
        return TYPES.contains(key.toLowerCase(Locale.ROOT)) ? State.KEY_CASE : State.KEY_NEVER_MATCHED;
    }

    CacheModeItem replaced() {
        return new CacheModeItem(key, mode, at, State.REPLACED);
    }
}
