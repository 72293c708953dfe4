package io.fraywatch.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Stands between a client and a server on this machine, holds back each answer as a distant server
/// would, and counts.
public final class WireTap implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final Duration lag;
    private final StringBuilder sent = new StringBuilder();
    private final Queue<Socket> lines = new ConcurrentLinkedQueue<>();
    private boolean serverSpokeLast = true;
    private int roundTrips;
    private long bytesFromServer;

    private WireTap(ServerSocket listening, int target, Duration lag) {
        this.listening = listening;
        this.target = target;
        this.lag = lag;
    }

    /// @param lag how long an answer is under way; commands sent in less time than that are one
    ///   round trip
    public static WireTap before(int port, Duration lag) {
        try {
            WireTap tap =
                    new WireTap(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port, lag);
            Thread.ofVirtual().start(tap::accept);
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// How often the client, having heard from the server, spoke and waited again.
    public synchronized int roundTrips() {
        return roundTrips;
    }

    public synchronized long bytesFromServer() {
        return bytesFromServer;
    }

    /// What the client said, line by line.
    public synchronized List<String> lines() {
        return sent.toString().lines().toList();
    }

    /// Counts from nothing again.
    public synchronized void reset() {
        sent.setLength(0);
        roundTrips = 0;
        bytesFromServer = 0;
        serverSpokeLast = true;
    }

    /// Cuts every line that stands.
    public void cut() {
        for (Socket client : lines) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        lines.clear();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                lines.add(client);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> pump(client, server, true));
                Thread.ofVirtual().start(() -> pump(server, client, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pump(Socket from, Socket to, boolean upwards) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] block = new byte[64 * 1024];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                if (upwards) {
                    countSent(new String(block, 0, count, ISO_8859_1));
                } else {
                    Thread.sleep(lag);
                    countReceived(count);
                }
                out.write(block, 0, count);
                out.flush();
            }
        } catch (IOException closed) {
            // Either side may end it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void countSent(String text) {
        sent.append(text);
        roundTrips += serverSpokeLast ? 1 : 0;
        serverSpokeLast = false;
    }

    private synchronized void countReceived(int count) {
        bytesFromServer += count;
        serverSpokeLast = true;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
