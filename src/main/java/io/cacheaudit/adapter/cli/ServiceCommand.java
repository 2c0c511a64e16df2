package io.cacheaudit.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What help says of the commands that start the service. The application runs them before it comes here. */
final class ServiceCommand implements Callable<Integer> {
    private final String word;

    private ServiceCommand(String word) {
        this.word = word;
    }

    static CommandLine serve() {
        CommandSpec spec = spec(
                "serve",
                "Starts the service (the default command) on an embedded database,",
                "or on the one that QUARKUS_DATASOURCE_JDBC_URL names.");
        spec.addOption(option(
                "--data", "DIR", "Where the embedded database keeps its data; default ~/.local/share/cache-audit."));
        return new CommandLine(spec);
    }

    static CommandLine demo() {
        return new CommandLine(
                spec("demo", "Starts the service on a throw-away database,", "with a sample fleet already audited."));
    }

    private static CommandSpec spec(String word, String... description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(new ServiceCommand(word));
        spec.name(word);
        spec.usageMessage().description(description);
        spec.addOption(option("--host", "ADDRESS", "Where to listen; default 127.0.0.1."));
        spec.addOption(option("--port", "PORT", "Default 8080."));
        return spec;
    }

    private static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    @Override
    public Integer call() throws UnusableInput {
        throw new UnusableInput(word + " has to be the first word of the command line");
    }
}
