package io.cacheaudit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Carries bytes to a service on this machine, but drops every third connection half way, and all while it is cut. */
final class DroppingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile int target;
    private volatile boolean cut;

    DroppingProxy(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    int dropped() {
        return dropped.get();
    }

    void leadTo(int port) {
        target = port;
    }

    void cut(boolean off) {
        cut = off;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> carry(client));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void carry(Socket client) {
        boolean drops = cut || connections.incrementAndGet() % 3 == 1;
        try (client;
                Socket service = new Socket(InetAddress.getLoopbackAddress(), target)) {
            if (drops) {
                dropped.incrementAndGet();
                // A request this short arrives whole; its answer is what is lost.
                client.setSoTimeout(500);
                copy(client.getInputStream(), service.getOutputStream(), 700);
                return;
            }
            threads.execute(() -> back(service, client));
            copy(client.getInputStream(), service.getOutputStream(), Long.MAX_VALUE);
        } catch (IOException e) {
            // One side is gone, and the other is closed with it.
        }
    }

    private static void back(Socket service, Socket client) {
        try {
            copy(service.getInputStream(), client.getOutputStream(), Long.MAX_VALUE);
            client.close();
        } catch (IOException e) {
            // As above.
        }
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[500];
        long carried = 0;
        for (int n = in.read(buffer); n >= 0 && carried < most; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            out.flush();
            carried += n;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
