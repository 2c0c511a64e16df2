package io.cacheaudit.document.qemu;

import io.cacheaudit.document.qemu.RbdName.Option;
import io.cacheaudit.text.Located;
import io.cacheaudit.text.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Reads a drive string that begins with {@code rbd:}. */
final class RbdNameReader {
    private static final String PREFIX = "rbd:";

    private final String text;
    private final IntFunction<Provenance> places;
    private int at = PREFIX.length();
    /** What ended the token that was read last: a delimiter, or 0 at the end. */
    private char delimiter;

    private RbdNameReader(String text, IntFunction<Provenance> places) {
        this.text = text;
        this.places = places;
    }

    static boolean recognises(String value) {
        return value.startsWith(PREFIX);
    }

    /** {@code places} gives the position of each character of {@code text}. */
    static RbdName read(String text, IntFunction<Provenance> places) {
        return new RbdNameReader(text, places).name();
    }

    private RbdName name() {
        Located<String> pool = token("/:");
        Located<String> image = delimiter == '/' ? token("@:") : null;
        Located<String> snapshot = delimiter == '@' ? token(":") : null;
        List<Option> options = new ArrayList<>();
        while (delimiter == ':' && at < text.length()) {
            Located<String> key = token("=");
            Located<String> value = delimiter == '=' ? token(":") : null;
            options.add(new Option(key, value));
        }
        return new RbdName(pool, image, snapshot, options);
    }

    /** The text up to one of the delimiters that no backslash precedes, escapes resolved. */
    private Located<String> token(String delimiters) {
        Provenance start = places.apply(at);
        StringBuilder token = new StringBuilder();
        delimiter = 0;
        while (at < text.length() && delimiter == 0) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                token.append(text.charAt(at++));
            } else if (delimiters.indexOf(c) >= 0) {
                delimiter = c;
            } else {
                token.append(c);
            }
        }
        return new Located<>(token.toString(), start);
    }
}
