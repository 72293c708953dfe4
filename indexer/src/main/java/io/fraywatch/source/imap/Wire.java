package io.fraywatch.source.imap;

import io.fraywatch.source.imap.ImapSettings.Deadlines;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// A socket on which no wait is endless: a watchdog closes it when one answer takes longer than it
/// may.
final class Wire implements Closeable {
    private static final int BUFFER = 64 * 1024;
    private static final Duration WATCH_EVERY = Duration.ofMillis(200);

    private final String host;
    private final int port;
    private final Deadlines deadlines;
    private final Patience patience;
    private final Socket socket;
    private GuardedStream input;
    private Sending output;
    private Optional<Compressed> compressed = Optional.empty();

    /// How much may still arrive, compressed or not.
    private long allowance;

    private Wire(String host, int port, Deadlines deadlines, Socket socket) throws IOException {
        this.host = host;
        this.port = port;
        this.deadlines = deadlines;
        this.socket = socket;
        this.patience = new Patience(deadlines.command());
        this.input = guarded(socket);
        this.output = new Sending(socket.getOutputStream());
    }

    static Wire connect(String host, int port, Deadlines deadlines) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        Socket socket = new Socket();
        try {
            socket.connect(address, (int) deadlines.connect().toMillis());
            socket.setSoTimeout((int) deadlines.read().toMillis());
            socket.setTcpNoDelay(true);
            Wire wire = new Wire(host, port, deadlines, socket);
            Thread.ofVirtual().name("imap-watchdog").start(wire::watch);
            return wire;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Goes on encrypted, with a certificate that must be valid for the host.
    void encrypt(SSLSocketFactory tls) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.createSocket(socket, host, port, true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        patience.renew(deadlines.connect());
        patience.waits(System.nanoTime());
        try {
            encrypted.startHandshake();
        } catch (IOException e) {
            throw overdue(e);
        } finally {
            patience.got(0, System.nanoTime());
        }
        input = guarded(encrypted);
        output = new Sending(encrypted.getOutputStream());
    }

    /// Goes on compressed both ways (RFC 4978), on the same streams. Sizes are guarded behind the
    /// decompression and the number of bytes also before it, so that neither many out of few nor
    /// none out of many keep us busy for ever.
    void compress() {
        Compressed both = new Compressed();
        input.readThrough(both::decompressing);
        output.writeThrough(both::compressing);
        compressed = Optional.of(both);
    }

    /// Whether the other side is on this machine.
    boolean isLocal() {
        return socket.getInetAddress().isLoopbackAddress();
    }

    /// Gives the next answer its time and its size.
    void expect(long bytes) throws IOException {
        expect(bytes, Duration.ZERO);
    }

    /// The same for an answer that is a while in coming.
    ///
    /// @param longer how much longer than usual
    void expect(long bytes, Duration longer) throws IOException {
        patience.renew(deadlines.command().plus(longer));
        socket.setSoTimeout((int) deadlines.read().plus(longer).toMillis());
        input.allow(bytes);
        allowance = bytes;
    }

    /// Lets a line of the answer that is expected be longer than usual.
    void expectLine(int bytes) {
        input.allowLine(bytes);
    }

    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    /// Closes; only for the thread that reads and writes.
    @Override
    public void close() {
        hangUp();
        compressed.ifPresent(Compressed::close);
    }

    /// Closes the socket below any encryption, so that it never waits for the other side; for any
    /// thread.
    void hangUp() {
        try {
            socket.close();
        } catch (IOException gone) {
            // Closed is what it should be, and nobody reads from it any more.
        }
    }

    private GuardedStream guarded(Socket from) throws IOException {
        return new GuardedStream(new BufferedInputStream(new Timed(from.getInputStream()), BUFFER));
    }

    private void watch() {
        try {
            while (!socket.isClosed()) {
                Thread.sleep(WATCH_EVERY);
                if (patience.exhausted(System.nanoTime())) {
                    hangUp();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private IOException overdue(IOException e) {
        if (!patience.exhausted(System.nanoTime())) {
            return e;
        }
        SocketTimeoutException late =
                new SocketTimeoutException("the answer took too long as a whole");
        late.initCause(e);
        return late;
    }

    /// Tells the watchdog when we wait.
    private final class Timed extends FilterInputStream {
        Timed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = 0;
            patience.waits(System.nanoTime());
            try {
                count = super.read(bytes, offset, length);
                allowance -= count;
                if (allowance < 0) {
                    throw HostileServerException.sendsTooMuch();
                }
                return count;
            } catch (IOException e) {
                throw overdue(e);
            } finally {
                patience.got(Math.max(count, 0), System.nanoTime());
            }
        }
    }

    /// Writes to what may change beneath it.
    private static final class Sending extends FilterOutputStream {
        Sending(OutputStream out) {
            super(out);
        }

        void writeThrough(UnaryOperator<OutputStream> filter) {
            out = filter.apply(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
