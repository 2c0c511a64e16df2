package io.cacheaudit.finding;

import java.util.Objects;

/**
 * What a finding is about, as text that survives changed values, lines and titles: {@code host},
 * {@code disk:instance-00000068/vdb}, {@code document:/etc/ceph/ceph.conf}, or a setting of a document,
 * {@code document:/etc/ceph/ceph.conf#client/rbd_cache} (section and normalised key, never a line).
 */
public record Subject(String text) {
    /** The host itself. */
    public static final Subject HOST = new Subject("host");

    public Subject {
        Objects.requireNonNull(text, "text");
    }

    public static Subject disk(String domain, String target) {
        return new Subject("disk:" + domain + "/" + target);
    }

    public static Subject document(String path) {
        return new Subject("document:" + path);
    }

    public static Subject setting(String path, String section, String key) {
        return new Subject("document:" + path + "#" + section + "/" + key);
    }

    @Override
    public String toString() {
        return text;
    }
}
