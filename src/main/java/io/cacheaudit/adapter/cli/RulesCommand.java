package io.cacheaudit.adapter.cli;

import io.cacheaudit.audit.RuleCases;
import io.cacheaudit.audit.RuleSource;
import io.cacheaudit.rule.Rule;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
    @Command(name = "list", description = "Lists the rules by id, each with the worst severity it can have.")
    static final class Show implements Callable<Integer> {
        private final Dependencies deps;
        private final PrintStream out;

        @Option(names = "--rules", paramLabel = "DIR", description = "Rules in place of the program's own.")
        private @Nullable Path directory;

        Show(Dependencies deps, PrintStream out) {
            this.deps = deps;
            this.out = out;
        }

        @Override
        public Integer call() throws UnusableInput {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("RULE", "SEVERITY", "SUBJECT", "TITLE"));
            source(deps, directory).pack().rules().stream()
                    .sorted(Comparator.comparing(Rule::id))
                    .forEach(rule -> rows.add(List.of(
                            Plain.text(rule.id()),
                            rule.highestSeverity().word(),
                            rule.subject().word(),
                            Plain.text(rule.title()))));
            out.print(String.join("\n", Plain.table(rows)) + "\n");
            return 0;
        }
    }

    /** {@code rules test}. */
    @Command(name = "test", description = "Runs the cases of every rule; a case that does not hold is exit code 2.")
    static final class Test implements Callable<Integer> {
        private final Dependencies deps;
        private final PrintStream out;

        @Option(names = "--rules", paramLabel = "DIR", description = "Rules in place of the program's own.")
        private @Nullable Path directory;

        Test(Dependencies deps, PrintStream out) {
            this.deps = deps;
            this.out = out;
        }

        @Override
        public Integer call() throws UnusableInput {
            RuleSource source = source(deps, directory);
            List<RuleCases.Outcome> outcomes =
                    new RuleCases(source, deps.auditor().apply(source)).run();
            List<RuleCases.Outcome> failed =
                    outcomes.stream().filter(outcome -> !outcome.holds()).toList();
            failed.forEach(outcome -> {
                out.print(Plain.text(outcome.rule() + "/" + outcome.name()) + " does not hold\n");
                outcome.differences().forEach(difference -> out.print("    " + Plain.text(difference) + "\n"));
            });
            if (!failed.isEmpty()) {
                throw new UnusableInput(failed.size() + " of " + outcomes.size() + " cases do not hold");
            }
            out.print("all " + outcomes.size() + " cases hold\n");
            return 0;
        }
    }

    /** The rules of a directory; what is wrong with a given one is the caller's, with the program's own it is ours. */
    private static RuleSource source(Dependencies deps, @Nullable Path directory) throws UnusableInput {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new UnusableInput(directory + ": cannot be opened as a directory");
        }
        try {
            return deps.rules().open(directory);
        } catch (RuleSource.LoadException e) {
            if (directory == null) {
                throw e;
            }
            throw new UnusableInput(e.getMessage() == null ? directory + ": holds no rules" : e.getMessage());
        }
    }
}
