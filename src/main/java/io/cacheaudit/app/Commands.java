package io.cacheaudit.app;

import java.io.PrintStream;
import java.util.List;

/** The commands that need neither server nor database. */
@FunctionalInterface
interface Commands {
    /** Runs a command line and gives its exit code. */
    int run(List<String> arguments, PrintStream out, PrintStream err);

    /** The commands of this build. */
    static Commands ofThisBuild() {
        return (arguments, out, err) -> {
            err.println("no command is called " + arguments.get(0));
            return Main.WRONG_USAGE;
        };
    }
}
