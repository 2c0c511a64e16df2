package io.cacheaudit.document.nova;

import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $name} and {@code ${name}} in one value. Source: oslo.config 10.6.0 oslo_config/cfg.py ConfigOpts._substitute and
 * StrSubWrapper; CPython v3.11.2 Lib/string.py Template.safe_substitute.
 */
final class Substitution {
    static final int MAX_CHARACTERS = 1 << 20;

    private static final Pattern PLAIN = pattern("[_a-zA-Z][_a-zA-Z0-9]*");
    private static final Pattern DOTTED = pattern("[_a-zA-Z][._a-zA-Z0-9]*");

    private final OsloReader reader;
    private final String group;
    private final int depth;
    private final List<Missing> missing = new ArrayList<>();
    private @Nullable OsloError error;

    Substitution(OsloReader reader, String group, int depth) {
        this.reader = reader;
        this.group = group;
        this.depth = depth;
    }

    private static Pattern pattern(String name) {
        return Pattern.compile("\\$(?:(?<escaped>\\$)|(?<named>" + name + ")|\\{(?<braced>" + name + ")\\})");
    }

    @Nullable
    OsloError error() {
        return error;
    }

    List<Missing> missing() {
        return missing;
    }

    /** The text with its variables replaced; meaningless where {@link #error} or {@link #missing} say so. */
    String apply(String raw) {
        String text =
                reader.dialect().dollarEscape() == OsloDialect.DollarEscape.BACKSLASH ? raw.replace("\\$", "$$") : raw;
        if (text.indexOf('$') < 0) {
            return text;
        }
        boolean dotted = reader.dialect().variables() == OsloDialect.Variables.ANY_GROUP;
        Matcher matcher = (dotted ? DOTTED : PLAIN).matcher(text);
        StringBuilder result = new StringBuilder();
        while (error == null && matcher.find()) {
            String named = matcher.group("named");
            String variable = named != null ? named : matcher.group("braced");
            matcher.appendReplacement(result, Matcher.quoteReplacement(variable == null ? "$" : value(variable)));
            if (result.length() > MAX_CHARACTERS) {
                error = OsloError.RECURSION;
            }
        }
        return matcher.appendTail(result).toString();
    }

    private String value(String variable) {
        OsloReader.Lookup lookup = reader.lookup(variable, group);
        OptionSpec option = lookup.option();
        if (option == null && reader.registry() == OsloReader.Registry.OPEN) {
            missing.add(Missing.unestablished(
                    "facts.nova.variable", "the value names an option whose value or default is not known here"));
            return "";
        }
        if (option == null) {
            error = lookup.error();
            return "";
        }
        if (depth >= OsloReader.MAX_DEPTH) {
            error = OsloError.RECURSION;
            return "";
        }
        return reader.read(option, depth + 1)
                .fold(given -> text(given.value()), unset -> absent(), this::failed, this::unknown);
    }

    private String text(OptionValue value) {
        return value instanceof OptionValue.Nothing ? absent() : value.pythonText();
    }

    private String absent() {
        return switch (reader.dialect().unsetVariable()) {
            case NONE_WORD -> "None";
            case EMPTY -> "";
        };
    }

    private String failed(OptionReading.Failed failed) {
        error = failed.error();
        return "";
    }

    private String unknown(OptionReading.Unknown unknown) {
        missing.addAll(unknown.missing());
        return "";
    }
}
