package io.cacheaudit.document.nova;

import java.util.List;

/**
 * An option as a program registers it.
 *
 * @param choices the values allowed, empty for all
 * @param deprecated other names it is read by
 * @param defaultKnown whether an option nobody sets is known to have no value; packagers change some defaults
 */
public record OptionSpec(
        OptionName name, OptionType type, List<String> choices, List<OptionName> deprecated, boolean defaultKnown) {
    public OptionSpec {
        choices = List.copyOf(choices);
        deprecated = List.copyOf(deprecated);
    }

    public static OptionSpec of(String group, String name, OptionType type) {
        return new OptionSpec(new OptionName(group, name), type, List.of(), List.of(), true);
    }

    public OptionSpec withDeprecated(OptionName... names) {
        return new OptionSpec(name, type, choices, List.of(names), defaultKnown);
    }
}
