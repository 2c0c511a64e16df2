package io.cacheaudit.document.nova;

import io.cacheaudit.text.FieldsReader;

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

    /** Reads the behaviours of a row; a name that is none of the enumerated ones is a problem and reads as the first. */
    public static OsloDialect from(FieldsReader row) {
        return new OsloDialect(
                row.named("section_case", SectionCase.class),
                row.named("conversion", Conversion.class),
                row.named("trailing_commas", TrailingCommas.class),
                row.named("variables", Variables.class),
                row.named("dollar_escape", DollarEscape.class),
                row.named("unset_variable", UnsetVariable.class));
    }
}
