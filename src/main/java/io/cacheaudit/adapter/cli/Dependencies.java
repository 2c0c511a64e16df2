package io.cacheaudit.adapter.cli;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Auditor;
import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.TreeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the commands work with; each is built when a command asks for it, so that help costs nothing.
 *
 * @param auditor over the rule pack of the program
 * @param rules the rule pack, of the program or of a directory
 * @param auditJson the audit document, as the API answers it
 * @param lookup the answer to one question of {@code POST /lookups} or to many, JSON to JSON; null and the problems where
 *     the question is none
 */
public record Dependencies(
        Supplier<Auditor> auditor,
        Supplier<Rules> rules,
        Supplier<TreeReader> json,
        AuditWriter auditJson,
        Function<String, Parsed<String>> lookup,
        Clock clock) {

    /** Writes an audit as JSON and leaves the stream open. */
    @FunctionalInterface
    public interface AuditWriter {
        void write(Audit audit, OutputStream out) throws IOException;
    }

    /** A rule pack to list and to test; null stands for the program's own. */
    public interface Rules {
        /** The rules by id, and what is wrong with the pack. */
        Parsed<List<RuleLine>> list(@Nullable Path directory);

        /** Runs the cases of every rule. */
        Parsed<List<CaseLine>> cases(@Nullable Path directory);
    }

    /** One rule. */
    public record RuleLine(String id, String severity, String subject, String title) {}

    /**
     * One case of a rule.
     *
     * @param failures what differs from what the case expects; empty when it holds
     */
    public record CaseLine(String rule, String name, List<String> failures) {
        public CaseLine {
            failures = List.copyOf(failures);
        }
    }
}
