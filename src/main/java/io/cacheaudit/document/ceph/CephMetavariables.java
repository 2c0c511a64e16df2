package io.cacheaudit.document.ceph;

import io.cacheaudit.text.FieldsReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Expands {@code $name} and {@code ${name}} in the value of a string option. Source: Ceph v0.80 src/common/config.cc
 * md_config_t::expand_meta; v18.2.7 md_config_t::_expand_meta.
 */
public final class CephMetavariables {
    private static final int LONGEST = 1 << 16;
    private static final int MOST_VARIABLES = 10_000;
    private static final String HOME = "home";

    private final Rule rule;
    private final Context context;
    private final Set<String> unresolved = new LinkedHashSet<>();
    private final List<String> stack = new ArrayList<>();
    private int variables;

    private CephMetavariables(Rule rule, Context context) {
        this.rule = rule;
        this.context = context;
    }

    /** What an unclosed <code>${name</code> becomes. */
    public enum Unclosed {
        LITERAL,
        /** The dollar alone; the name is lost. */
        DOLLAR
    }

    /** What {@code $host} is: the option {@code host}, the machine's short name, or one of them. */
    public enum Host {
        OPTION,
        MACHINE,
        OPTION_OR_MACHINE
    }

    /** What {@code $cluster} is where nobody gave one: ceph, the file's base name, or one of them. */
    public enum Cluster {
        CEPH,
        FILE_NAME,
        CEPH_OR_FILE_NAME
    }

    /** When a value given by the program, not by a file, is expanded. */
    public enum ProgramValues {
        /** Once, at the call that sets it. */
        AT_CALL,
        /** It is stored as given, and expanded each time it is read. */
        AS_GIVEN
    }

    /** What a row of the table of metavariables says. */
    public record Rule(List<String> names, Unclosed unclosed, Host host, Cluster cluster, ProgramValues programValues) {
        public Rule {
            names = List.copyOf(names);
        }

        /** Reads the fields of the same names of a row. */
        public static Rule from(FieldsReader row) {
            return new Rule(
                    row.texts("names"),
                    row.named("unclosed", Unclosed.class),
                    row.named("host", Host.class),
                    row.named("cluster", Cluster.class),
                    row.named("program_values", ProgramValues.class));
        }
    }

    /**
     * What the variables stand for.
     *
     * @param entity such as {@code client.cinder}
     * @param fileName base name of the file without {@code .conf}
     * @param home HOME of the process; null where unknown
     * @param option the raw text of another option as the entity has it, empty where the name is no option
     */
    public record Context(
            String entity, String fileName, @Nullable String home, Function<String, Optional<String>> option) {}

    /** The text, and the variables in it that only the running process can tell; they stand as written. */
    public record Expansion(String text, Set<String> unresolved) {
        public Expansion {
            unresolved = Set.copyOf(unresolved);
        }
    }

    /** The value of {@code option} with its variables replaced; work and length are bounded. */
    public static Expansion expand(String option, String raw, Rule rule, Context context) {
        CephMetavariables expansion = new CephMetavariables(rule, context);
        String text = expansion.expand(option, raw);
        return new Expansion(text, expansion.unresolved);
    }

    private String expand(String option, String raw) {
        stack.add(option);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            if (out.length() > LONGEST || variables > MOST_VARIABLES) {
                unresolved.add(option);
                break;
            }
            at = raw.charAt(at) == '$' ? variable(raw, at, out) : literal(raw, at, out);
        }
        stack.remove(stack.size() - 1);
        return out.toString();
    }

    private static int literal(String raw, int at, StringBuilder out) {
        out.append(raw.charAt(at));
        return at + 1;
    }

    /** Appends what the variable at {@code at} becomes and answers where the text goes on. */
    private int variable(String raw, int at, StringBuilder out) {
        variables++;
        boolean braced = at + 1 < raw.length() && raw.charAt(at + 1) == '{';
        int from = at + (braced ? 2 : 1);
        int end = from;
        while (end < raw.length() && (raw.charAt(end) == '_' || raw.charAt(end) >= 'a' && raw.charAt(end) <= 'z')) {
            end++;
        }
        boolean closed = !braced || end < raw.length() && raw.charAt(end) == '}';
        String name = closed ? raw.substring(from, end) : "";
        if (name.isEmpty()) {
            out.append('$');
            return rule.unclosed() == Unclosed.DOLLAR && braced ? end + (closed ? 1 : 0) : at + 1;
        }
        int after = braced ? end + 1 : end;
        String written = raw.substring(at, after);
        if (name.equals(HOME) && rule.names().contains(HOME)) {
            out.setLength(0);
        }
        out.append(value(name, written));
        return after;
    }

    private String value(String name, String written) {
        if (!rule.names().contains(name)) {
            return ofOption(name, written);
        }
        String entity = context.entity();
        int dot = entity.indexOf('.');
        return switch (name) {
            case "type" -> entity.substring(0, dot);
            case "name" -> entity;
            case "id", "num" -> entity.substring(dot + 1);
            case "cluster" -> cluster(written);
            case HOME -> known(context.home(), written);
            case "host" -> host(written);
            default -> known(null, written);
        };
    }

    private String cluster(String written) {
        return switch (rule.cluster()) {
            case CEPH -> "ceph";
            case FILE_NAME -> context.fileName();
            case CEPH_OR_FILE_NAME -> known(context.fileName().equals("ceph") ? "ceph" : null, written);
        };
    }

    private String host(String written) {
        return switch (rule.host()) {
            case OPTION -> known(context.option().apply("host").orElse(null), written);
            case MACHINE, OPTION_OR_MACHINE -> known(null, written);
        };
    }

    private String known(@Nullable String value, String written) {
        if (value == null) {
            unresolved.add(written);
            return written;
        }
        return value;
    }

    private String ofOption(String name, String written) {
        if (stack.contains(name)) {
            unresolved.add(written);
            return written;
        }
        return context.option().apply(name).map(raw -> expand(name, raw)).orElse(written);
    }
}
