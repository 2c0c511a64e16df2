package io.cacheaudit.adapter.cli;

import io.cacheaudit.version.Component;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** The program's commands, all but {@code serve} and {@code demo}, which the application runs itself. */
public final class Cli {
    private static final int BROKEN = 4;

    private Cli() {}

    /** Runs one command and answers its exit code: 0, 2 for wrong usage or input, 4 where the program itself is broken; 1 and 3 by gate. */
    public static int run(String[] args, PrintStream out, PrintStream err, Dependencies deps) {
        CommandLine program = program(out, deps);
        PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
        program.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        program.setErr(errors);
        program.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        program.setParameterExceptionHandler((exception, arguments) -> {
            errors.println("cache-audit: " + Plain.text(exception.getMessage()));
            errors.println("See: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return CommandLine.ExitCode.USAGE;
        });
        program.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof UnusableInput unusable) {
                errors.println("cache-audit: " + Plain.text(unusable.getMessage()));
                return CommandLine.ExitCode.USAGE;
            }
            errors.println("cache-audit: internal error: " + Plain.text(exception.getMessage()));
            return BROKEN;
        });
        try {
            int code = program.execute(args);
            out.flush();
            return code;
        } catch (LinkageError | VirtualMachineError e) {
            // Left alone they would end the program with 1, which is a verdict.
            errors.println("cache-audit: internal error: " + e.getClass().getSimpleName());
            return BROKEN;
        }
    }

    private static CommandLine program(PrintStream out, Dependencies deps) {
        CommandLine rules = new CommandLine(new RulesCommand());
        rules.addSubcommand(new RulesCommand.Test(deps, out));
        rules.addSubcommand(new RulesCommand.Show(deps, out));
        CommandLine program = new CommandLine(new Program());
        program.addSubcommand(ServiceCommand.serve());
        program.addSubcommand(ServiceCommand.demo());
        program.addSubcommand(withVersions(new AuditCommand(deps, out)));
        program.addSubcommand(withVersions(new ExplainCommand(deps, out)));
        program.addSubcommand(withVersions(new GateCommand(deps, out)));
        program.addSubcommand(new LookupCommand(deps, out, System.in));
        program.addSubcommand(rules);
        for (CommandLine command : List.copyOf(program.getSubcommands().values())) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        }
        rules.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return program;
    }

    /** One option for each component whose version a host tells. */
    private static CommandLine withVersions(Object command) {
        CommandLine line = new CommandLine(command);
        for (Component component : Component.values()) {
            line.getCommandSpec()
                    .addOption(OptionSpec.builder(VersionOptions.name(component))
                            .paramLabel("VERSION")
                            .type(String.class)
                            .description("The version of " + component.word() + ", as the package manager prints it.")
                            .build());
        }
        return line;
    }

    @Command(
            name = "cache-audit",
            mixinStandardHelpOptions = true,
            version = "cache-audit",
            description = "What the caches under each VM disk really do, who decided it, and what a crash can lose.",
            footer = {
                "",
                "Exit codes: 0 done, 2 wrong usage or a path that cannot be opened, 4 internal error;",
                "of gate also 1 FAIL and 3 UNKNOWN.",
            },
            synopsisSubcommandLabel = "COMMAND")
    private static final class Program implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
            }
        }
    }
}
