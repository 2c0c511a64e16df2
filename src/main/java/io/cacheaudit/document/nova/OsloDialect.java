package io.cacheaudit.document.nova;

import io.cacheaudit.text.FieldsReader;
import io.cacheaudit.text.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How one range of oslo.config releases reads values: what a row of {@code rules/precedence/oslo-config.yaml} names. */
public record OsloDialect(
        SectionCase sectionCase,
        Conversion conversion,
        TrailingCommas trailingCommas,
        Variables variables,
        DollarEscape dollarEscape,
        UnsetVariable unsetVariable) {

    /** Whether {@code [LibVirt]} is {@code [libvirt]}; DEFAULT is upper case in either. */
    public enum SectionCase {
        EXACT,
        FOLDED
    }

    /** Plain casts, or the types of oslo_config/types.py, where an empty list is empty and an empty number is none. */
    public enum Conversion {
        PLAIN,
        TYPED
    }

    /** Commas at the end of a list: each leaves an empty item, or none does. */
    public enum TrailingCommas {
        KEPT,
        DROPPED
    }

    /** Where the option that {@code $name} names is looked for. */
    public enum Variables {
        /** In DEFAULT. */
        DEFAULT_GROUP,
        /** In the group of the option that is read, then in DEFAULT. */
        OWN_GROUP,
        /** As OWN_GROUP; {@code $group.name} names an option of another group. */
        ANY_GROUP
    }

    /** What stands for a dollar sign: {@code $$} alone, or {@code \$} as well. */
    public enum DollarEscape {
        DOUBLED,
        BACKSLASH
    }

    /** What the name of a registered option without a value becomes: the word None, or nothing. */
    public enum UnsetVariable {
        NONE_WORD,
        EMPTY
    }

    /** Reads the behaviours of a row; a name that is none of the enumerated ones is a problem and reads as the last. */
    public static OsloDialect from(FieldsReader row, List<Problem> problems) {
        return new OsloDialect(
                behaviour(row, "section_case", SectionCase.values(), problems),
                behaviour(row, "conversion", Conversion.values(), problems),
                behaviour(row, "trailing_commas", TrailingCommas.values(), problems),
                behaviour(row, "variables", Variables.values(), problems),
                behaviour(row, "dollar_escape", DollarEscape.values(), problems),
                behaviour(row, "unset_variable", UnsetVariable.values(), problems));
    }

    private static <E extends Enum<E>> E behaviour(FieldsReader row, String name, E[] values, List<Problem> problems) {
        String word = row.required(name);
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        String known = String.join(
                ", ",
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList());
        problems.add(new Problem(row.at(), name + ": expected one of " + known + ", found \"" + word + "\""));
        return values[values.length - 1];
    }
}
