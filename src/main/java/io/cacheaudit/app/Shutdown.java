package io.cacheaudit.app;

import io.cacheaudit.app.postgres.EmbeddedPostgres;
import io.quarkus.runtime.Application;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The order of the end: requests first, then the database they use. Each step is bounded. */
final class Shutdown {
    /** Above the time that requests under way are given. */
    private static final Duration APPLICATION_LIMIT = Duration.ofSeconds(20);

    private final @Nullable EmbeddedPostgres postgres;
    private volatile boolean applicationEnded;

    Shutdown(@Nullable EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Waits for the application, then closes the database; the virtual machine ends when this returns. */
    void onSignal() {
        Application application = Application.currentApplication();
        if (postgres != null && application != null && !applicationEnded) {
            Thread wait = new Thread(application::awaitShutdown, "await-application");
            wait.setDaemon(true);
            wait.start();
            try {
                wait.join(APPLICATION_LIMIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        closeDatabase();
    }

    /** The application ended or did not start: closes the database. */
    void onEnd() {
        applicationEnded = true;
        closeDatabase();
    }

    /** The main thread and the hook both come here; the later one waits for the earlier. */
    private void closeDatabase() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
