package io.cacheaudit.adapter.rest.view;

import io.cacheaudit.rule.PackId;

/** Which rule pack. */
public record PackView(String name, String version, String digest) {
    static PackView of(PackId pack) {
        return new PackView(pack.name(), pack.version(), pack.digest());
    }
}
