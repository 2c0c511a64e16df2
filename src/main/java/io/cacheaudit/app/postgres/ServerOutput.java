package io.cacheaudit.app.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a server prints: copied to a log file, watched for the line that says it is ready, its last lines kept. */
final class ServerOutput {
    private static final String READY = "ready to accept connections";
    private static final int LINES_KEPT = 20;

    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Deque<String> last = new ArrayDeque<>();

    private ServerOutput() {}

    /** Copies until the process ends; the log of the start before is kept beside it. */
    static ServerOutput follow(Process process, Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ServerOutput output = new ServerOutput();
        PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log), true);
        Thread thread = new Thread(() -> output.copy(process, writer), "postgres-output");
        thread.setDaemon(true);
        thread.start();
        return output;
    }

    private void copy(Process process, PrintWriter log) {
        try (log;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.println(line);
                keep(line);
                if (line.contains(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            keep(String.valueOf(e.getMessage()));
        } finally {
            ready.complete(false);
        }
    }

    private synchronized void keep(String line) {
        last.addLast(line);
        if (last.size() > LINES_KEPT) {
            last.removeFirst();
        }
    }

    /** False when the server ends or stays silent instead. */
    boolean awaitReady(Duration limit) {
        try {
            return ready.get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized String lastLines() {
        return String.join("\n", last);
    }
}
