package io.cacheaudit.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Whom the server runs as. PostgreSQL refuses to run as root, so root hands it over to somebody else; which way works
 * depends on what the machine or container allows, and is found by trial.
 */
enum Identity {
    /** An ordinary user runs it directly. */
    SELF(List.of(), -1),
    /** Root in a user name space that maps nobody: the number is not 0 there, while files still belong to root. */
    UNMAPPED_ROOT(List.of("unshare", "-U"), 0),
    /** The user of number 65534, commonly called nobody; the usual way in a container without user name spaces. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), 65534);

    private static final int TRIAL_SECONDS = 10;

    private final List<String> prefix;
    private final int owner;

    Identity(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static Identity current() throws PostgresException {
        if (!isRoot()) {
            return SELF;
        }
        for (Identity candidate : List.of(UNMAPPED_ROOT, NOBODY)) {
            if (candidate.canRun("id", "-u")) {
                return candidate;
            }
        }
        throw new PostgresException("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                + " start the program as an ordinary user, or give the URL of a server in QUARKUS_DATASOURCE_JDBC_URL");
    }

    /** What stands before a command. */
    List<String> prefix() {
        return prefix;
    }

    /** Makes a tree accessible to the server where it has another owner. */
    void own(Path tree) throws IOException, PostgresException {
        if (this == SELF || Trees.owner(tree) == owner) {
            return;
        }
        int found = Trees.owner(tree);
        if (found != UNMAPPED_ROOT.owner && found != NOBODY.owner) {
            throw new PostgresException(
                    tree + " belongs to the user of number " + found + ": start the program as that user");
        }
        Trees.give(tree, owner);
        if (!canRun("test", "-w", tree.toString())) {
            throw new PostgresException("the user of number " + owner + " cannot reach " + tree
                    + ": name a directory in --data whose parents are open to others");
        }
    }

    private boolean canRun(String... command) {
        try {
            Process process = new ProcessBuilder(Stream.concat(prefix.stream(), List.of(command).stream())
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** By the effective user number of this process; the owner of its files in /proc may differ from it. */
    private static boolean isRoot() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Uid:")).anyMatch(line -> line.split("\\s+")[2].equals("0"));
        } catch (IOException | UncheckedIOException e) {
            // No /proc: not Linux.
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
