package io.fraywatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nothing in the indexer waits on the network without an end. IMAP's own waits are tried in
/// `HostileServerTest`.
@Timeout(60)
class DeadlinesTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    /// The only classes that open connections: each sets a time to connect, one for silence, and
    /// one for the answer as a whole.
    private static final Set<String> BOUNDED =
            Set.of("io.fraywatch.source.BoundedHttp", "io.fraywatch.source.imap.Wire");

    private static final Set<String> OPENERS =
            Set.of(
                    "java.net.Socket.<init>",
                    "java.net.http.HttpClient.newHttpClient",
                    "java.net.http.HttpClient.newBuilder",
                    "java.net.URL.openConnection",
                    "java.net.URL.openStream",
                    "java.nio.channels.SocketChannel.open",
                    "java.nio.channels.AsynchronousSocketChannel.open",
                    "javax.net.SocketFactory.createSocket",
                    "jakarta.mail.Session.getInstance",
                    "jakarta.mail.Session.getDefaultInstance",
                    "com.google.api.client.http.javanet.NetHttpTransport.<init>");

    @Test
    void check49NoSocketIsOpenedOutsideTheBoundedOnes() {
        JavaClasses indexer =
                new ClassFileImporter()
                        .importUrl(
                                BoundedHttp.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation());
        Set<String> openers =
                indexer.stream()
                        .filter(type ->
                                type.getAccessesFromSelf().stream().anyMatch(DeadlinesTest::opens))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(openers).isEqualTo(new TreeSet<>(BOUNDED));
    }

    private static boolean opens(JavaAccess<?> access) {
        return OPENERS.contains(
                access.getTargetOwner().getName() + "." + access.getTarget().getName());
    }

    @Test
    void check49AnAnswerThatDripsEndsWithTheDeadline() throws Exception {
        assertGivesUp(socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        });
    }

    @Test
    void check49AServerThatTakesTheCallAndSaysNothingEndsWithTheDeadline() throws Exception {
        assertGivesUp(socket -> Thread.sleep(30_000));
    }

    /// What a server does with its one connection.
    private interface Manners {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    private static void assertGivesUp(Manners manners) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                BoundedHttp http = new BoundedHttp(SHORT, SHORT.multipliedBy(2), 1 << 20)) {
            Thread serving = Thread.ofVirtual().start(() -> serve(server, manners));
            URI there = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
            long start = System.nanoTime();
            assertThatThrownBy(() -> http.send(HttpRequest.newBuilder(there).build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no whole answer within 2 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(20));
            serving.interrupt();
        }
    }

    private static void serve(ServerSocket server, Manners manners) {
        try (Socket socket = server.accept()) {
            manners.with(socket);
        } catch (IOException | InterruptedException over) {
            // The client has given up, or the test is over.
        }
    }
}
