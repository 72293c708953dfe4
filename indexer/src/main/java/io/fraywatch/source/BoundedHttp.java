package io.fraywatch.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks over HTTP with a deadline for the whole answer and a largest size: a time-out for each read
/// only, as most clients have, is never met by a server that drips. Safe for many threads.
public final class BoundedHttp implements AutoCloseable {
    private final HttpClient client;
    private final Duration deadline;
    private final long largest;

    /// @param connect until a connection stands
    /// @param deadline for an answer to its last byte
    /// @param largest bytes of an answer, as they come over the wire
    public BoundedHttp(Duration connect, Duration deadline, long largest) {
        this.client = HttpClient.newBuilder().connectTimeout(connect).build();
        this.deadline = deadline;
        this.largest = largest;
    }

    /// An answer larger than is taken.
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(Throwable cause) {
            super("the answer is too large", cause);
        }
    }

    /// @throws TooLargeException if the answer is larger than is taken
    /// @throws InterruptedIOException if the thread was interrupted; its mark is set again
    /// @throws IOException if there is no whole answer in time
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), largest));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no whole answer within " + deadline.toSeconds() + " s", e);
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            throw broken(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static IOException broken(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return said.contains("exceeds capacity")
                ? new TooLargeException(cause)
                : new IOException(said, cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
