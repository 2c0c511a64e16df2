package io.cacheaudit.adapter.dashboard.text;

import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers, constants and unknowns in words. */
public final class Words {
    private Words() {}

    /** {@code 1 host}, {@code 2 hosts}. */
    public static String count(long number, String one) {
        return number(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** As {@link #count(long, String)}, with a plus where counting stopped. */
    public static String count(long number, boolean exact, String one) {
        return exact ? count(number, one) : number(number) + "+ " + one + "s";
    }

    /** Digits in groups of three. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    /** A number of bytes, in the largest unit that divides it. */
    public static String bytes(long bytes) {
        for (int shift = 40; shift > 0; shift -= 10) {
            if (bytes >= 1L << shift && bytes % (1L << shift) == 0) {
                return (bytes >> shift) + " " + "KMGT".charAt(shift / 10 - 1) + "iB";
            }
        }
        return number(bytes) + (bytes == 1 ? " byte" : " bytes");
    }

    /** {@code RBD_CACHE} as {@code rbd cache}. */
    public static String spaced(Enum<?> constant) {
        return lower(constant).replace('_', ' ');
    }

    public static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What would lift an unknown, by name. */
    public static String missing(List<Missing> all) {
        return all.stream().map(missing -> Printable.name(missing.name())).collect(Collectors.joining(", "));
    }
}
