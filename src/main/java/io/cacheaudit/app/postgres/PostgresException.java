package io.cacheaudit.app.postgres;

/** The embedded server cannot be started; the message is a sentence for the person who started the program. */
public final class PostgresException extends Exception {
    private static final long serialVersionUID = 1L;

    PostgresException(String message) {
        super(message);
    }

    PostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
