package io.cacheaudit.document.libvirt;

import java.util.Set;

/**
 * The values that libvirt takes for {@code <driver cache=…>}.
 *
 * <p>Source: libvirt 9.0.0 refuses any other value, another case and the empty string (run); {@code directsync} came
 * with 0.9.5 and {@code unsafe} with 0.9.7.
 */
public final class CacheAttribute {
    private static final Set<String> WORDS =
            Set.of("default", "none", "writethrough", "writeback", "directsync", "unsafe");

    private CacheAttribute() {}

    /** Whether libvirt accepts the value; XML with another one does not define a guest. */
    public static boolean isValid(String value) {
        return WORDS.contains(value);
    }
}
