package io.cacheaudit.effective.rbd;

import io.cacheaudit.effective.Effective;
import io.cacheaudit.effective.Setting;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The librbd cache of one image as QEMU opens it.
 *
 * @param enabled rbd_cache
 * @param settings by option name: Boolean, Long (bytes), Double (seconds) or String
 */
public record RbdCache(Effective<Boolean> enabled, Effective<RbdState> state, Map<String, Setting<Object>> settings) {
    public RbdCache {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    public Effective<Boolean> holdsWrites() {
        return state.map(RbdState::holdsWrites);
    }
}
