package io.cacheaudit.app;

import io.cacheaudit.app.postgres.EmbeddedPostgres;
import io.quarkus.runtime.Application;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The order of the end: requests first, then the database they use. Each step is bounded. */
final class Shutdown {
    /** Above the time that requests under way are given. */
    private static final Duration APPLICATION_LIMIT = Duration.ofSeconds(20);

    private final AtomicReference<@Nullable EmbeddedPostgres> postgres;

    Shutdown(@Nullable EmbeddedPostgres postgres) {
        this.postgres = new AtomicReference<>(postgres);
    }

    /** Waits for the application, then closes the database. */
    void afterApplication() {
        Application application = Application.currentApplication();
        if (postgres.get() != null && application != null) {
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

    void closeDatabase() {
        EmbeddedPostgres running = postgres.getAndSet(null);
        if (running != null) {
            running.close();
        }
    }
}
