package io.cacheaudit.document.nova;

/** The group and name of an option, as the program registers it. */
public record OptionName(String group, String name) {
    public static final String DEFAULT = "DEFAULT";
}
