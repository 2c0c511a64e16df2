package io.cacheaudit.app;

import io.cacheaudit.app.postgres.PostgresException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program. The service starts the framework; every other command runs without it, which takes a tenth of the time. */
@QuarkusMain
public final class Main {
    static final int WRONG_USAGE = 2;
    static final int INTERNAL_ERROR = 4;

    private Main() {}

    public static void main(String... args) {
        List<String> arguments = List.of(args);
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        if (Options.startService(arguments) && !Options.askForHelp(arguments)) {
            serve(arguments, err);
        } else {
            System.exit(Commands.ofThisBuild().run(arguments, out, err));
        }
    }

    private static void serve(List<String> arguments, PrintStream err) {
        try {
            Service.run(Options.of(arguments), err);
        } catch (Options.UsageException e) {
            err.println("cache-audit: " + e.getMessage());
            err.println(Options.USAGE);
            System.exit(WRONG_USAGE);
        } catch (Service.StartException | PostgresException e) {
            err.println("cache-audit: " + e.getMessage());
            System.exit(WRONG_USAGE);
        } catch (RuntimeException | LinkageError e) {
            // The framework's own log is silent where the start breaks this early.
            err.println(
                    "cache-audit: the service does not start: " + rootCause(e).getMessage());
            System.exit(INTERNAL_ERROR);
        }
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Names of guests may hold any character, whatever the terminal's character set is called. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
