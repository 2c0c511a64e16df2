package io.cacheaudit.document.nova;

import io.cacheaudit.text.Problem;
import io.cacheaudit.version.Missing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed options from parsed files as one dialect of oslo.config does. Source: oslo.config 10.6.0 oslo_config/cfg.py
 * ConfigOpts._do_get and _Namespace._get_file_value.
 */
public final class OsloReader {
    /** Whether the registered options are all there are; where they are not, a name not among them is unknown. */
    public enum Registry {
        CLOSED,
        OPEN
    }

    static final int MAX_DEPTH = 40;

    private final NovaConf conf;
    private final OsloDialect dialect;
    private final Registry registry;
    private final Map<OptionName, OptionSpec> registered = new LinkedHashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final List<Map<OptionName, List<Assignment>>> newestFirst = new ArrayList<>();
    private final Map<OptionName, OptionReading> readings = new HashMap<>();

    public OsloReader(NovaConf conf, OsloDialect dialect, Registry registry, List<OptionSpec> options) {
        this.conf = conf;
        this.dialect = dialect;
        this.registry = registry;
        options.forEach(this::register);
        for (NovaConf.File file : conf.files()) {
            Map<OptionName, List<Assignment>> sections = new HashMap<>();
            for (Assignment assignment : file.assignments()) {
                sections.computeIfAbsent(
                                new OptionName(folded(assignment.section()), assignment.key()),
                                key -> new ArrayList<>())
                        .add(assignment);
            }
            newestFirst.add(0, sections);
        }
    }

    private void register(OptionSpec option) {
        registered.put(option.name(), option);
        if (!option.name().group().equals(OptionName.DEFAULT)) {
            groups.add(option.name().group());
        }
    }

    OsloDialect dialect() {
        return dialect;
    }

    Registry registry() {
        return registry;
    }

    /** The reading of a registered option. */
    public OptionReading read(OptionSpec option) {
        Optional<Problem> refusal = conf.firstRefusal();
        return refusal.isPresent()
                ? new OptionReading.Failed(OsloError.PARSE, refusal.get().at())
                : read(option, 0);
    }

    OptionReading read(OptionSpec option, int depth) {
        OptionReading known = readings.get(option.name());
        if (known == null) {
            known = convert(option, depth);
            readings.put(option.name(), known);
        }
        return known;
    }

    /** The assignments that oslo.config takes the option's value from; the last one decides a single value. */
    public List<Assignment> assignments(OptionSpec option) {
        List<OptionName> names = new ArrayList<>();
        names.add(option.name());
        names.addAll(option.deprecated());
        List<Assignment> gathered = new ArrayList<>();
        for (Map<OptionName, List<Assignment>> file : newestFirst) {
            for (OptionName name : names) {
                List<Assignment> found = file.get(new OptionName(folded(name.group()), name.name()));
                if (found != null && option.type() != OptionType.MULTISTR) {
                    return List.copyOf(found);
                }
                if (found != null) {
                    gathered.addAll(0, found);
                }
            }
        }
        return gathered;
    }

    /** The option that a variable names in a value of {@code group}, or the error that naming it raises. */
    Lookup lookup(String variable, String group) {
        int dot = variable.indexOf('.');
        if (dialect.variables() == OsloDialect.Variables.ANY_GROUP && dot >= 0) {
            String other = variable.substring(0, dot);
            OptionSpec option = registered.get(new OptionName(other, variable.substring(dot + 1)));
            return option != null
                    ? new Lookup(option, null)
                    : new Lookup(null, groups.contains(other) ? OsloError.NO_SUCH_OPTION : OsloError.NO_SUCH_GROUP);
        }
        OptionSpec own = registered.get(new OptionName(group, variable));
        boolean inOwnGroup = dialect.variables() != OsloDialect.Variables.DEFAULT_GROUP;
        if (own != null && inOwnGroup && !group.equals(OptionName.DEFAULT)) {
            return new Lookup(own, null);
        }
        if (groups.contains(variable)) {
            return new Lookup(null, OsloError.SUBSTITUTION);
        }
        OptionSpec general = registered.get(new OptionName(OptionName.DEFAULT, variable));
        return general != null ? new Lookup(general, null) : new Lookup(null, OsloError.NO_SUCH_OPTION);
    }

    /** One of the two. */
    record Lookup(@Nullable OptionSpec option, @Nullable OsloError error) {}

    private OptionReading convert(OptionSpec option, int depth) {
        List<Assignment> found = assignments(option);
        if (found.isEmpty()) {
            return option.defaultKnown()
                    ? new OptionReading.Unset()
                    : new OptionReading.Unknown(List.of(Missing.unestablished(
                            "facts.nova." + option.name().name(), "packagers set a default of their own")));
        }
        if (option.type() != OptionType.MULTISTR) {
            Assignment last = found.get(found.size() - 1);
            return convert(option, last, found, depth);
        }
        List<String> texts = new ArrayList<>();
        for (Assignment assignment : found) {
            OptionReading reading = convert(option, assignment, found, depth);
            if (!(reading instanceof OptionReading.Given given)) {
                return reading;
            }
            texts.add(given.value().pythonText());
        }
        return new OptionReading.Given(new OptionValue.Texts(texts), found);
    }

    private OptionReading convert(OptionSpec option, Assignment assignment, List<Assignment> found, int depth) {
        Substitution substitution = new Substitution(this, option.name().group(), depth);
        String text = substitution.apply(assignment.value());
        if (substitution.error() != null) {
            return new OptionReading.Failed(substitution.error(), assignment.valueAt());
        }
        if (!substitution.missing().isEmpty()) {
            return new OptionReading.Unknown(substitution.missing());
        }
        OptionValue value = option.type().convert(text, dialect);
        if (value == null || !option.choices().isEmpty() && !option.choices().contains(value.pythonText())) {
            return new OptionReading.Failed(OsloError.VALUE, assignment.valueAt());
        }
        return new OptionReading.Given(value, found);
    }

    private String folded(String section) {
        return switch (dialect.sectionCase()) {
            case EXACT -> section;
            case FOLDED -> section.equals(OptionName.DEFAULT) ? section : section.toLowerCase(Locale.ROOT);
        };
    }
}
