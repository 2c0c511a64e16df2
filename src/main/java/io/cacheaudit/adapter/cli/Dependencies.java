package io.cacheaudit.adapter.cli;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.audit.Auditor;
import io.cacheaudit.audit.RuleSource;
import io.cacheaudit.text.Tree;
import io.cacheaudit.text.TreeReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the commands work with; each is made when a command asks for it, so that help costs nothing.
 *
 * @param rules opens a rules directory
 * @param auditor over the rules of a source
 * @param auditJson the audit document, as the API answers it
 * @param lookup answers one question of {@code POST /lookups}; one that is not understood has a problem for an answer
 */
public record Dependencies(
        Rules rules,
        Function<RuleSource, Auditor> auditor,
        Supplier<TreeReader> json,
        Writer<Audit> auditJson,
        Writer<Tree> treeJson,
        Supplier<Function<Tree.Fields, Tree>> lookup,
        Clock clock) {

    /** Opens a rules directory; null stands for the program's own. A broken one is a {@code RuleSource.LoadException}. */
    @FunctionalInterface
    public interface Rules {
        RuleSource open(@Nullable Path directory);
    }

    /** Writes a value as JSON in UTF-8 and leaves the stream open. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T value, OutputStream out) throws IOException;
    }
}
