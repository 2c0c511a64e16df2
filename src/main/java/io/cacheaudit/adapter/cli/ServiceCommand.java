package io.cacheaudit.adapter.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What help says of the commands that start the service. The application runs them before it comes here. */
final class ServiceCommand {
    private ServiceCommand() {}

    /** What both take. */
    private static class Address {
        @Option(names = "--host", paramLabel = "ADDRESS", description = "Where to listen; default 127.0.0.1.")
        private @Nullable String host;

        @Option(names = "--port", paramLabel = "PORT", description = "Default 8080.")
        private @Nullable Integer port;
    }

    /** {@code serve}. */
    @Command(
            name = "serve",
            description = {
                "Starts the service (the default command) on an embedded database,",
                "or on the one that QUARKUS_DATASOURCE_JDBC_URL names."
            })
    static final class Serve implements Callable<Integer> {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Where the embedded database keeps its data; default ~/.local/share/cache-audit.")
        private @Nullable Path data;

        @Mixin
        private final Address address = new Address();

        @Override
        public Integer call() throws UnusableInput {
            throw new UnusableInput("serve has to be the first word of the command line");
        }
    }

    /** {@code demo}. */
    @Command(
            name = "demo",
            description = {"Starts the service on a throw-away database,", "with sample hosts already audited."})
    static final class Demo implements Callable<Integer> {
        @Mixin
        private final Address address = new Address();

        @Override
        public Integer call() throws UnusableInput {
            throw new UnusableInput("demo has to be the first word of the command line");
        }
    }
}
