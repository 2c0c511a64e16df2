package io.cacheaudit.document.ceph;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as C's strtoll and strtod read them in the C locale. */
final class Numbers {
    private static final Pattern INTEGER = Pattern.compile("[ \\t-\\r]*([+-]?[0-9]+)");
    private static final Pattern REAL = Pattern.compile(
            "[ \\t-\\r]*([+-]?)(?:(0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)(?:[pP][+-]?[0-9]+)?)"
                    + "|((?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|([iI][nN][fF](?:[iI][nN][iI][tT][yY])?)"
                    + "|([nN][aA][nN]))");
    private static final int LONGEST = 400;

    private Numbers() {}

    /** The whole text as an integer in base 10 of 64 bits; white space may stand before it, nothing after it. */
    static Optional<Long> integer(String text) {
        Matcher matcher = INTEGER.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(matcher.group(1)));
        } catch (NumberFormatException outOfRange) {
            return Optional.empty();
        }
    }

    /** The number that the text begins with, 0 where it begins with none. */
    static double realPrefix(String text) {
        Matcher matcher = REAL.matcher(head(text));
        return matcher.lookingAt() ? value(matcher) : 0;
    }

    /** The whole text as a number; nothing where it is none or overflows. */
    static OptionalDouble real(String text) {
        Matcher matcher = REAL.matcher(head(text));
        if (text.length() > LONGEST || !matcher.matches()) {
            return OptionalDouble.empty();
        }
        double value = value(matcher);
        boolean overflows = Double.isInfinite(value) && matcher.group(4) == null;
        return overflows ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String head(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static double value(Matcher matcher) {
        double size = magnitude(matcher);
        return "-".equals(matcher.group(1)) ? -size : size;
    }

    private static double magnitude(Matcher matcher) {
        String hex = matcher.group(2);
        if (hex != null) {
            boolean hasExponent = hex.indexOf('p') >= 0 || hex.indexOf('P') >= 0;
            return Double.parseDouble(hasExponent ? hex : hex + "p0");
        }
        String decimal = matcher.group(3);
        if (decimal != null) {
            return Double.parseDouble(decimal);
        }
        return matcher.group(4) != null ? Double.POSITIVE_INFINITY : Double.NaN;
    }
}
