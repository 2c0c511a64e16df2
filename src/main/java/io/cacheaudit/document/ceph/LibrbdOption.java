package io.cacheaudit.document.ceph;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.version.Missing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One option in a range of releases.
 *
 * @param type null where these releases have no such option
 * @param compiledDefault its text; empty where there is no such option
 * @param words the only texts a string option takes, in their case; empty where it takes any
 */
public record LibrbdOption(String name, @Nullable Type type, String compiledDefault, List<String> words) {
    private static final String ABSENT = "absent";
    private static final long MAX_INT = Integer.MAX_VALUE;
    private static final long MIN_INT = Integer.MIN_VALUE;

    /** The type of an option in Ceph's own table of options. */
    public enum Type {
        BOOL,
        INT,
        LONGLONG,
        UINT,
        SIZE,
        FLOAT,
        STR
    }

    public LibrbdOption {
        words = List.copyOf(words);
    }

    /** Reads {@code option}, {@code type}, {@code default} and {@code words} of a row. */
    public static LibrbdOption from(FieldsReader row) {
        String name = row.required("option");
        String compiled = row.required("default");
        boolean absent = compiled.equals(ABSENT);
        List<String> words = row.texts("words");
        if (absent) {
            return new LibrbdOption(name, null, "", words);
        }
        Type type = row.named("type", Type.class);
        return new LibrbdOption(name, type, compiled, words);
    }

    /** Whether these releases have the option. */
    public boolean exists() {
        return type != null;
    }

    /** The value of the compiled default; a metavariable in it stands as it is. */
    public Optional<CephValue> defaultValue(CephDialect dialect) {
        return convert(compiledDefault, dialect)
                .fold(
                        accepted -> Optional.of(accepted.value()),
                        rejected -> Optional.<CephValue>empty(),
                        undetermined -> Optional.<CephValue>empty());
    }

    /** What the option makes of a raw value. Text is not expanded yet. */
    public Conversion convert(String raw, CephDialect dialect) {
        Type known = type;
        if (known == null) {
            return new Conversion.Rejected("this librbd has no such option");
        }
        int nul = raw.indexOf('\0');
        String text = nul < 0 ? raw : raw.substring(0, nul);
        CephDialect.Suffixes suffixes = dialect.suffixes();
        return switch (known) {
            case BOOL -> flag(text);
            case INT, LONGLONG -> whole(text, List.of(suffixes.integers()), true);
            case UINT -> whole(text, List.of(suffixes.integers()), false);
            case SIZE -> whole(text, suffixes.sizes(), false);
            case FLOAT -> real(text, dialect.floats());
            case STR -> string(raw);
        };
    }

    /** Source: Ceph v0.80 src/common/config.cc md_config_t::set_val_raw; v20.2.4 src/common/strtol.cc strict_strtob. */
    private static Conversion flag(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return new Conversion.Accepted(new CephValue.Flag(lower.equals("true")));
        }
        Optional<Long> number = Numbers.integer(text).filter(value -> value >= MIN_INT && value <= MAX_INT);
        return number.<Conversion>map(value -> new Conversion.Accepted(new CephValue.Flag(value != 0)))
                .orElse(new Conversion.Rejected("expected true, false or an integer in base 10"));
    }

    private static Conversion whole(String text, List<SizeSuffix> rules, boolean signed) {
        List<Optional<Long>> readings =
                rules.stream().map(rule -> rule.read(text, signed)).distinct().toList();
        if (readings.size() > 1) {
            return new Conversion.Undetermined(Missing.unestablished(
                    "facts.ceph-size.librbd", "which suffixes this release takes, " + rules + ", is not established"));
        }
        return readings.get(0)
                .<Conversion>map(value -> new Conversion.Accepted(new CephValue.Whole(value)))
                .orElse(new Conversion.Rejected(expected(rules, signed)));
    }

    private static String expected(List<SizeSuffix> rules, boolean signed) {
        String suffix = switch (rules.get(0)) {
            case NONE -> "without a suffix";
            case BINARY -> "with at most one suffix of B K M G T P E";
            case DECIMAL -> "with at most one suffix of K M G T P E";
            case IEC -> "with at most a suffix such as B, K, Ki or KB";
            case IEC_BYTE -> "with at most a suffix such as B, K, Ki, KB or KiB";
        };
        return "expected an integer of 63 bits" + (signed ? " " : ", not negative, ") + suffix;
    }

    private static Conversion real(String text, FloatReading reading) {
        OptionalDouble value = reading.read(text);
        return value.isPresent()
                ? new Conversion.Accepted(new CephValue.Real(value.getAsDouble()))
                : new Conversion.Rejected("expected a number");
    }

    private Conversion string(String raw) {
        return words.isEmpty() || words.contains(raw)
                ? new Conversion.Accepted(new CephValue.Text(raw))
                : new Conversion.Rejected("expected one of " + words + " in this case");
    }
}
