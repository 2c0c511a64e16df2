package io.cacheaudit.adapter.cli;

import io.cacheaudit.text.Parsed;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rules}: what the rule pack holds, and whether its cases hold. */
@Command(name = "rules", description = "Lists the rules, or runs their cases.", synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "a command is missing: list or test");
        }
    }

    /** {@code rules list}. */
    @Command(name = "list", description = "Lists the rules by id.")
    static final class Show implements Callable<Integer> {
        private final Dependencies deps;
        private final PrintStream out;

        @Option(names = "--rules", paramLabel = "DIR", description = "A rule pack in place of the program's own.")
        private @Nullable Path directory;

        Show(Dependencies deps, PrintStream out) {
            this.deps = deps;
            this.out = out;
        }

        @Override
        public Integer call() throws UnusableInput {
            List<Dependencies.RuleLine> rules =
                    usable(directory, deps.rules().get().list(checked(directory)));
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("RULE", "SEVERITY", "SUBJECT", "TITLE"));
            rules.forEach(rule -> rows.add(List.of(
                    Plain.text(rule.id()), rule.severity(), Plain.text(rule.subject()), Plain.text(rule.title()))));
            out.print(String.join("\n", Plain.table(rows)) + "\n");
            return 0;
        }
    }

    /** {@code rules test}. */
    @Command(name = "test", description = "Runs the cases of every rule.")
    static final class Test implements Callable<Integer> {
        private final Dependencies deps;
        private final PrintStream out;

        @Option(names = "--rules", paramLabel = "DIR", description = "A rule pack in place of the program's own.")
        private @Nullable Path directory;

        Test(Dependencies deps, PrintStream out) {
            this.deps = deps;
            this.out = out;
        }

        @Override
        public Integer call() throws UnusableInput {
            List<Dependencies.CaseLine> cases =
                    usable(directory, deps.rules().get().cases(checked(directory)));
            int failed = 0;
            for (Dependencies.CaseLine line : cases) {
                if (!line.failures().isEmpty()) {
                    failed++;
                    out.println(Plain.text(line.rule() + "/" + line.name() + ": failed"));
                    line.failures().forEach(failure -> out.println("    " + Plain.text(failure)));
                }
            }
            if (failed > 0) {
                throw new UnusableInput(failed + " of " + cases.size() + " cases failed");
            }
            out.print(cases.size() + " cases passed\n");
            return 0;
        }
    }

    private static @Nullable Path checked(@Nullable Path directory) throws UnusableInput {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new UnusableInput(directory + ": cannot be opened as a directory");
        }
        return directory;
    }

    private static <T> T usable(@Nullable Path directory, Parsed<T> parsed) throws UnusableInput {
        if (parsed.value() == null || !parsed.problems().isEmpty()) {
            List<String> lines =
                    parsed.problems().stream().map(Object::toString).toList();
            throw new UnusableInput(
                    lines.isEmpty()
                            ? (directory == null ? "the rule pack" : directory) + ": no rule pack"
                            : String.join("\n", lines));
        }
        return parsed.value();
    }
}
