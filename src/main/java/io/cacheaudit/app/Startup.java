package io.cacheaudit.app;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.PrintStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What happens once the service answers: it says where, and in a demo it has the sample fleet. */
@ApplicationScoped
@Unremovable
public class Startup implements QuarkusApplication {
    static final String DATABASE = "cache-audit.database";
    static final String DEMO = "cache-audit.demo";

    /** Pushes the sample host from the program's own directory. */
    static final String PUSH_SAMPLE = "deploy/agent/cache-audit-agent --server %s --host compute-18"
            + " --root deploy/sample-host --state \"$HOME/agent\"";

    private final String host;
    private final int port;
    private final String database;
    private final boolean demo;
    private final SampleFleet fleet;
    private final AuditsAgain again;
    private int audited;

    Startup(
            @ConfigProperty(name = Settings.HOST) String host,
            @ConfigProperty(name = Settings.PORT) int port,
            @ConfigProperty(name = DATABASE, defaultValue = "PostgreSQL of QUARKUS_DATASOURCE_JDBC_URL")
                    String database,
            @ConfigProperty(name = DEMO, defaultValue = "false") boolean demo,
            SampleFleet fleet,
            AuditsAgain again) {
        this.host = host;
        this.port = port;
        this.database = database;
        this.demo = demo;
        this.fleet = fleet;
        this.again = again;
    }

    /** The fleet is there before the first request is answered. */
    void fill(@Observes StartupEvent started) throws IOException {
        if (demo) {
            audited = fleet.push();
        }
    }

    @Override
    public int run(String... args) {
        say(System.out);
        again.start();
        Quarkus.waitForExit();
        return 0;
    }

    private void say(PrintStream out) {
        String url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        out.println("cache-audit listens on " + url);
        out.println("database: " + database);
        out.println("push the sample host: " + PUSH_SAMPLE.formatted(url));
        if (demo) {
            out.println("audited: " + audited + " hosts");
        }
        out.flush();
    }
}
