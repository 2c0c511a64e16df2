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
        return of("disk:" + domain + "/" + target);
    }

    public static Subject document(String path) {
        return of("document:" + path);
    }

    public static Subject setting(String path, String section, String key) {
        return of("document:" + path + "#" + section + "/" + key);
    }

    /** Names from a host can hold anything; a control character in them stands as {@code \}{@code u{a}}. */
    private static Subject of(String text) {
        return new Subject(plain(text));
    }

    /** A name as subjects hold it. */
    public static String plain(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point)) {
                plain.append("\\u{").append(Integer.toHexString(point)).append('}');
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
