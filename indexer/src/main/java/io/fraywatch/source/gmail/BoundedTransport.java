package io.fraywatch.source.gmail;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Carries Google's client over the JDK's HTTP client, so that a whole answer has a deadline and a
/// largest size: the transports that come with it have a time-out for each read only, which a
/// server that drips never meets.
final class BoundedTransport extends HttpTransport {
    /// Headers that the JDK's client sets itself.
    private static final Set<String> ITS_OWN =
            Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final HttpClient client;
    private final Duration deadline;
    private final long largest;

    /// @param deadline for an answer to its last byte
    /// @param largest bytes of an answer, as they come over the wire
    BoundedTransport(Duration connect, Duration deadline, long largest) {
        this.client = HttpClient.newBuilder().connectTimeout(connect).build();
        this.deadline = deadline;
        this.largest = largest;
    }

    /// An answer larger than the transport takes.
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(Throwable cause) {
            super("the answer is too large", cause);
        }
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        return new Request(method, HttpRequest.newBuilder(URI.create(url)));
    }

    @Override
    public void shutdown() {
        client.shutdownNow();
    }

    private final class Request extends LowLevelHttpRequest {
        private final String method;
        private final HttpRequest.Builder request;

        Request(String method, HttpRequest.Builder request) {
            this.method = method;
            this.request = request;
        }

        @Override
        public void addHeader(String name, String value) {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        }

        @Override
        public LowLevelHttpResponse execute() throws IOException {
            request.method(method, body());
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(
                            request.build(),
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofByteArray(), largest));
            try {
                return new Response(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
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

        private HttpRequest.BodyPublisher body() throws IOException {
            if (getStreamingContent() == null) {
                return HttpRequest.BodyPublishers.noBody();
            }
            if (getContentType() != null) {
                request.setHeader("Content-Type", getContentType());
            }
            if (getContentEncoding() != null) {
                request.setHeader("Content-Encoding", getContentEncoding());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            getStreamingContent().writeTo(bytes);
            return HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray());
        }
    }

    private static final class Response extends LowLevelHttpResponse {
        private final HttpResponse<byte[]> response;
        private final List<Map.Entry<String, String>> headers = new ArrayList<>();

        Response(HttpResponse<byte[]> response) {
            this.response = response;
            response.headers()
                    .map()
                    .forEach((name, all) ->
                            all.forEach(value -> headers.add(Map.entry(name, value))));
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(response.body());
        }

        @Override
        public String getContentEncoding() {
            return first("Content-Encoding");
        }

        @Override
        public long getContentLength() {
            return response.body().length;
        }

        @Override
        public String getContentType() {
            return first("Content-Type");
        }

        private String first(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String getStatusLine() {
            return "HTTP " + response.statusCode();
        }

        @Override
        public int getStatusCode() {
            return response.statusCode();
        }

        @Override
        public String getReasonPhrase() {
            return "";
        }

        @Override
        public int getHeaderCount() {
            return headers.size();
        }

        @Override
        public String getHeaderName(int index) {
            return headers.get(index).getKey();
        }

        @Override
        public String getHeaderValue(int index) {
            return headers.get(index).getValue();
        }
    }
}
