package io.cacheaudit.document.nova;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The type of an option. Source: oslo.config 10.6.0 oslo_config/types.py, 1.2.0 oslo/config/cfg.py. */
public enum OptionType {
    STR,
    INT,
    FLOAT,
    BOOL,
    LIST,
    DICT,
    MULTISTR;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d(?:_?\\d)*");
    private static final Pattern REAL = Pattern.compile(
            "[+-]?(?:\\d(?:_?\\d)*\\.?(?:\\d(?:_?\\d)*)?|\\.\\d(?:_?\\d)*)" + "(?:[eE][+-]?\\d(?:_?\\d)*)?");
    /** CPython refuses longer decimal texts; Lib/test/test_int.py, sys.set_int_max_str_digits. */
    private static final int MAX_DIGITS = 4300;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OptionType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** The value of one text after substitution, or null where oslo.config raises a ValueError. */
    @Nullable
    OptionValue convert(String text, OsloDialect dialect) {
        boolean typed = dialect.conversion() == OsloDialect.Conversion.TYPED;
        return switch (this) {
            case STR, MULTISTR -> new OptionValue.Text(text);
            case BOOL -> flag(text);
            case INT -> typed && PythonBlanks.strip(text).isEmpty() ? new OptionValue.Nothing() : whole(text);
            case FLOAT -> typed && PythonBlanks.strip(text).isEmpty() ? new OptionValue.Nothing() : real(text);
            case LIST -> new OptionValue.Texts(items(text, dialect));
            case DICT -> typed ? pairs(text) : plainPairs(text);
        };
    }

    private static @Nullable OptionValue flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "yes" -> new OptionValue.Flag(true);
            case "false", "0", "off", "no" -> new OptionValue.Flag(false);
            default -> null;
        };
    }

    private static @Nullable OptionValue whole(String text) {
        String digits = PythonBlanks.strip(text);
        if (digits.length() > MAX_DIGITS || !WHOLE.matcher(digits).matches()) {
            return null;
        }
        return new OptionValue.Whole(new BigInteger(digits.replace("_", "").replaceFirst("^\\+", "")));
    }

    private static @Nullable OptionValue real(String text) {
        String digits = PythonBlanks.strip(text).toLowerCase(Locale.ROOT);
        String unsigned = digits.replaceFirst("^[+-]", "");
        double sign = digits.startsWith("-") ? -1 : 1;
        if (unsigned.equals("inf") || unsigned.equals("infinity")) {
            return new OptionValue.Real(sign * Double.POSITIVE_INFINITY);
        }
        if (unsigned.equals("nan")) {
            return new OptionValue.Real(Double.NaN);
        }
        boolean number = digits.length() <= MAX_DIGITS && REAL.matcher(digits).matches();
        return number ? new OptionValue.Real(Double.parseDouble(digits.replace("_", ""))) : null;
    }

    private static List<String> items(String text, OsloDialect dialect) {
        String rest = PythonBlanks.strip(text);
        if (dialect.trailingCommas() == OsloDialect.TrailingCommas.DROPPED) {
            int end = rest.length();
            while (end > 0 && rest.charAt(end - 1) == ',') {
                end--;
            }
            rest = rest.substring(0, end);
        }
        if (rest.isEmpty() && dialect.conversion() == OsloDialect.Conversion.TYPED) {
            return List.of();
        }
        return Arrays.stream(rest.split(",", -1)).map(PythonBlanks::strip).toList();
    }

    /** A part without a colon is joined with the next by a comma until one has a colon. */
    private static @Nullable OptionValue pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        List<String> joined = new ArrayList<>();
        String stripped = PythonBlanks.strip(text);
        for (String part : stripped.isEmpty() ? new String[0] : stripped.split(",", -1)) {
            joined.add(part);
            if (part.contains(":")) {
                String pair = String.join(",", joined);
                joined.clear();
                if (!addPair(pair, pairs) || pairs.containsKey("")) {
                    return null;
                }
            }
        }
        return joined.isEmpty() ? new OptionValue.Pairs(pairs) : null;
    }

    private static @Nullable OptionValue plainPairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            if (!addPair(part, pairs)) {
                return null;
            }
        }
        return new OptionValue.Pairs(pairs);
    }

    private static boolean addPair(String pair, Map<String, String> pairs) {
        int colon = pair.indexOf(':');
        return colon >= 0
                && pairs.put(
                                PythonBlanks.strip(pair.substring(0, colon)),
                                PythonBlanks.strip(pair.substring(colon + 1)))
                        == null;
    }
}
