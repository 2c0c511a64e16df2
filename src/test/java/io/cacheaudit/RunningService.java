package io.cacheaudit;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, on a free port; closing it stops it as an operator would. */
final class RunningService implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final Path log;

    private RunningService(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a shell command that becomes the service and waits until it is ready. */
    static RunningService start(String command, Path home) throws IOException, InterruptedException {
        int port = freePort();
        Path log = Files.createTempFile("service", ".log");
        ProcessBuilder builder = new ProcessBuilder("sh", "-ec", "exec " + command + " --port " + port);
        builder.environment().put("HOME", home.toString());
        RunningService service = new RunningService(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port, log);
        try {
            service.awaitReady();
            return service;
        } catch (IOException | InterruptedException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Nobody listens yet.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("the service did not start:\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not stop within " + STOP.toSeconds() + " seconds");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
