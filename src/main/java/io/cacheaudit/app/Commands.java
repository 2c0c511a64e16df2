package io.cacheaudit.app;

import io.cacheaudit.adapter.cli.Cli;
import io.cacheaudit.adapter.cli.Dependencies;
import io.cacheaudit.adapter.json.TreeJson;
import io.cacheaudit.adapter.pack.RuleDirectory;
import io.cacheaudit.adapter.report.AuditJson;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/** The commands that need neither server nor database. */
@FunctionalInterface
interface Commands {
    /** Runs a command line and gives its exit code. */
    int run(List<String> arguments, PrintStream out, PrintStream err);

    /** The commands of this build. */
    static Commands ofThisBuild() {
        return (arguments, out, err) -> Cli.run(arguments.toArray(String[]::new), out, err, dependencies());
    }

    private static Dependencies dependencies() {
        return new Dependencies(
                directory -> directory == null
                        ? RuleDirectory.ofClassPath(Commands.class.getClassLoader())
                        : RuleDirectory.of(directory),
                source -> Engine.of(source).auditor(),
                Engine::json,
                AuditJson::write,
                new TreeJson()::write,
                () -> Engine.of(RuleDirectory.ofClassPath(Commands.class.getClassLoader()))
                        .lookup()::answer,
                Clock.systemUTC());
    }
}
