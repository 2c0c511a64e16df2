package io.cacheaudit.effective.durability;

import java.util.Locale;

/** How much acknowledged data is at risk; the order is from least to most. */
public enum Risk {
    NONE,
    BOUNDED,
    UNBOUNDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
