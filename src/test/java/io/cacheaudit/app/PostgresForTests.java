package io.cacheaudit.app;

import io.cacheaudit.app.postgres.EmbeddedPostgres;
import io.cacheaudit.app.postgres.Keeping;
import io.cacheaudit.app.postgres.PostgresException;
import io.cacheaudit.app.postgres.ThrowAway;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server for all Quarkus tests, with the data thrown away at the end. One annotation
 * {@code @QuarkusTestResource(PostgresForTests.class)} on any test serves all of them.
 */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start(ThrowAway.create(), Keeping.THROWN_AWAY);
            postgres = started;
            return Map.of(
                    Settings.DATABASE_URL, started.url(),
                    Settings.DATABASE_USER, EmbeddedPostgres.USER,
                    Settings.DATABASE_PASSWORD, started.password());
        } catch (PostgresException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
