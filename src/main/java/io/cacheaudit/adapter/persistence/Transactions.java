package io.cacheaudit.adapter.persistence;

import io.cacheaudit.audit.AuditStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Transactions of the store. What the database does not do is a {@link AuditStore.StoreException}, never a bug of ours. */
@ApplicationScoped
class Transactions {
    private static final int TRIALS = 3;

    /** The database gave up one of two transactions that waited for each other, or that it could not order. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");

    void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** Runs work in a transaction of its own, all of it or nothing. */
    <T> T get(Callable<T> work) {
        for (int trial = 1; ; trial++) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException e) {
                SQLException sql = cause(e, SQLException.class);
                if (sql != null && WORTH_ANOTHER_TRY.contains(sql.getSQLState()) && trial < TRIALS) {
                    continue;
                }
                if (sql != null || cause(e, PersistenceException.class) != null) {
                    throw new AuditStore.StoreException("the database does not do what it is asked", e);
                }
                throw e;
            }
        }
    }

    private static <E extends Exception> @Nullable E cause(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
