package io.fraywatch.server.fake;

import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A [TestServer] that really listens, on a free port of this machine.
public final class Running implements AutoCloseable {
    private final DropwizardTestSupport<Configuration> support;
    private final HttpClient client = HttpClient.newHttpClient();

    public Running(FakeDesk desk) {
        this(desk, new FakeRoster());
    }

    public Running(FakeDesk desk, FakeRoster roster) {
        support =
                new DropwizardTestSupport<>(TestServer.class, onAnyFreePort()) {
                    @Override
                    public TestServer newApplication() {
                        return new TestServer(desk, roster);
                    }
                };
        try {
            support.before();
        } catch (Exception e) {
            throw new IllegalStateException("the test server didn't start", e);
        }
    }

    private static Configuration onAnyFreePort() {
        DefaultServerFactory factory = new DefaultServerFactory();
        factory.setApplicationConnectors(List.of(loopback()));
        factory.setAdminConnectors(List.of(loopback()));
        LogbackAccessRequestLogFactory silent = new LogbackAccessRequestLogFactory();
        silent.setAppenders(List.of());
        factory.setRequestLogFactory(silent);
        Configuration configuration = new Configuration();
        configuration.setServerFactory(factory);
        return configuration;
    }

    private static HttpConnectorFactory loopback() {
        HttpConnectorFactory connector = new HttpConnectorFactory();
        connector.setBindHost("127.0.0.1");
        connector.setPort(0);
        return connector;
    }

    public int port() {
        return support.getLocalPort();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public DropwizardTestSupport<Configuration> support() {
        return support;
    }

    public HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Sends a form as a browser does.
    ///
    /// @param form already encoded, such as `say=right`
    public HttpResponse<String> post(String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        request.headers(headers.length > 0 ? headers : new String[] {"Origin", ours()});
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String ours() {
        return "http://127.0.0.1:" + port();
    }

    /// Sends bytes as they are and returns everything that comes back.
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        support.after();
    }
}
