package io.cacheaudit.app;

import io.cacheaudit.app.postgres.EmbeddedPostgres;
import io.cacheaudit.app.postgres.Keeping;
import io.cacheaudit.app.postgres.Places;
import io.cacheaudit.app.postgres.PostgresException;
import io.cacheaudit.app.postgres.ThrowAway;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The start of the service: its address, its database, then the framework; and the end, in reverse. */
final class Service {
    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final String DEFAULT_PORT = "8080";

    private Service() {}

    /** Runs until the service is stopped. */
    static void run(Options options, PrintStream err) throws StartException, PostgresException {
        if (options.host() != null) {
            System.setProperty(Settings.HOST, options.host());
        }
        if (options.port() != null) {
            System.setProperty(Settings.PORT, options.port().toString());
        }
        checkAddress();
        EmbeddedPostgres postgres = startDatabase(options);
        Shutdown shutdown = new Shutdown(postgres);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::onSignal, "shutdown"));
        System.setProperty(Startup.DEMO, Boolean.toString(options.demo()));
        Quarkus.run(Startup.class, (code, failure) -> {
            if (failure != null) {
                err.println("cache-audit: the service does not start: " + reason(failure));
            }
            shutdown.onEnd();
            System.exit(failure == null ? code : Main.INTERNAL_ERROR);
        });
    }

    /** The innermost message: what is around it tells which part of the framework passed it on. */
    private static String reason(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
    }

    /** A port in use is found before a database is started for nothing. */
    private static void checkAddress() throws StartException {
        String host = Settings.value(Settings.HOST).orElse(DEFAULT_HOST);
        String port = Settings.value(Settings.PORT).orElse(DEFAULT_PORT);
        try (ServerSocket socket = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName(host))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new StartException("cannot listen on " + host + ":" + port + " (" + e.getMessage()
                    + "): name another address in --host or --port");
        } catch (NumberFormatException e) {
            throw new StartException(Settings.PORT + ": expected a number");
        }
    }

    /** Null where a server is named, which is then used; nothing is written to a directory in that case. */
    private static @Nullable EmbeddedPostgres startDatabase(Options options) throws PostgresException {
        if (Settings.value(Settings.DATABASE_URL).isPresent()) {
            return null;
        }
        EmbeddedPostgres postgres = options.demo()
                ? EmbeddedPostgres.start(ThrowAway.create(), Keeping.THROWN_AWAY)
                : EmbeddedPostgres.start(dataDirectory(options), Keeping.KEPT);
        System.setProperty(Settings.DATABASE_URL, postgres.url());
        System.setProperty(Settings.DATABASE_USER, EmbeddedPostgres.USER);
        System.setProperty(Settings.DATABASE_PASSWORD, postgres.password());
        System.setProperty(
                Startup.DATABASE,
                (options.demo() ? "embedded PostgreSQL, thrown away at the end, in " : "embedded PostgreSQL in ")
                        + postgres.directory());
        return postgres;
    }

    private static Path dataDirectory(Options options) {
        Path named = options.data();
        return named != null
                ? named
                : Settings.value(Settings.DATA).map(Path::of).orElseGet(Places::data);
    }

    /** The service cannot start with what it was given. */
    static final class StartException extends Exception {
        private static final long serialVersionUID = 1L;

        StartException(String message) {
            super(message);
        }
    }
}
