package io.cacheaudit.audit.gate;

import io.cacheaudit.audit.request.HostName;
import io.cacheaudit.finding.Waiver;
import io.cacheaudit.text.Tree;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"rule", "host", "subject", "reason", "owner", "expires"}}, of which host and subject may be absent. */
final class WaiverReader {
    private static final Set<String> MEMBERS = Set.of("rule", "host", "subject", "reason", "owner", "expires");
    private static final Pattern RULE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int MAX_RULE = 200;
    private static final int MAX_SUBJECT = 8192;
    private static final int MAX_REASON = 2000;
    private static final int MAX_OWNER = 200;

    private final GateOptionsReader problems;

    WaiverReader(GateOptionsReader problems) {
        this.problems = problems;
    }

    /** The waiver, or null with a problem for each member that is wrong. */
    @Nullable
    Waiver read(Tree tree, String pointer) {
        if (!(tree instanceof Tree.Fields fields)) {
            problems.problem(pointer, tree.at(), "expected a waiver as an object");
            return null;
        }
        problems.refuseUnknown(fields, pointer, MEMBERS);
        String rule = rule(fields, pointer);
        String reason = required(fields, pointer, "reason", MAX_REASON);
        String owner = required(fields, pointer, "owner", MAX_OWNER);
        LocalDate expires = expires(fields, pointer);
        Scope host = host(fields, pointer);
        Scope subject = optional(fields, pointer, "subject", MAX_SUBJECT);
        if (rule == null || reason == null || owner == null || expires == null || host.wrong() || subject.wrong()) {
            return null;
        }
        return new Waiver(rule, host.text(), subject.text(), reason, owner, expires);
    }

    /** What narrows a waiver: null where nothing does, wrong where it cannot be read. A wrong scope is never a wide one. */
    private record Scope(@Nullable String text, boolean wrong) {}

    private @Nullable String rule(Tree.Fields fields, String pointer) {
        String rule = required(fields, pointer, "rule", MAX_RULE);
        if (rule != null && !RULE.matcher(rule).matches()) {
            problem(fields, pointer, "rule", "expected the id of a rule, such as drive-cache-unsafe");
            return null;
        }
        return rule;
    }

    private @Nullable LocalDate expires(Tree.Fields fields, String pointer) {
        String text = required(fields, pointer, "expires", MAX_OWNER);
        try {
            if (text == null) {
                return null;
            }
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // A day that no calendar has: said below.
        }
        problem(fields, pointer, "expires", "expected the last day on which it counts, such as 2027-03-31");
        return null;
    }

    private Scope host(Tree.Fields fields, String pointer) {
        Scope host = optional(fields, pointer, "host", MAX_REASON);
        if (host.text() == null) {
            return host;
        }
        return HostName.of(host.text()).map(name -> new Scope(name, false)).orElseGet(() -> {
            problem(fields, pointer, "host", HostName.EXPECTED);
            return new Scope(null, true);
        });
    }

    private @Nullable String required(Tree.Fields fields, String pointer, String name, int limit) {
        Scope text = optional(fields, pointer, name, limit);
        if (text.text() == null && !text.wrong()) {
            problem(fields, pointer, name, "missing");
        }
        return text.text();
    }

    private Scope optional(Tree.Fields fields, String pointer, String name, int limit) {
        Tree tree = GateOptionsReader.given(fields, name);
        if (tree == null) {
            return new Scope(null, false);
        }
        if (tree instanceof Tree.Scalar scalar
                && scalar.type() == Tree.Type.STRING
                && !scalar.text().isBlank()
                && scalar.text().length() <= limit) {
            return new Scope(scalar.text(), false);
        }
        problem(fields, pointer, name, "expected a text of 1 to " + limit + " characters");
        return new Scope(null, true);
    }

    private void problem(Tree.Fields fields, String pointer, String name, String message) {
        Tree tree = fields.get(name);
        problems.problem(pointer + "/" + name, tree == null ? fields.at() : tree.at(), name + ": " + message);
    }
}
