package io.cacheaudit.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Answers as a test tells it to, one answer a request, and keeps what it was asked. */
final class FakeService implements AutoCloseable {
    /** What an agent is told after a push. */
    static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    static final Answer ACCEPTED =
            new Answer(200, "{\"digest\":\"" + DIGEST + "\",\"verdict\":\"FAIL\",\"counts\":{}}", Map.of());

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** An answer; the status 0 drops the connection without one. */
    record Answer(int status, String body, Map<String, String> headers) {
        static Answer of(int status) {
            return new Answer(status, "{\"title\":\"told by the test\",\"status\":" + status + "}", Map.of());
        }
    }

    /** A request with its body inflated, and when it came, in nanoseconds. */
    record Request(String line, Map<String, List<String>> headers, byte[] body, long at) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    FakeService(Answer... answers) throws IOException {
        this.answers.addAll(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        requests.add(new Request(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                Map.copyOf(exchange.getRequestHeaders()),
                body,
                System.nanoTime()));
        Answer answer = answers.isEmpty() ? ACCEPTED : answers.remove();
        try (exchange) {
            if (answer.status() != 0) {
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
                boolean empty = answer.status() == 204;
                exchange.sendResponseHeaders(answer.status(), empty ? -1 : text.length);
                if (!empty) {
                    exchange.getResponseBody().write(text);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
