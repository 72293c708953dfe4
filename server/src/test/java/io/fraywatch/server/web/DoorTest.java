package io.fraywatch.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.Running;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoorTest {
    private static final Set<String> FORMS =
            Set.of(
                    "/conversations/{id}/split",
                    "/conversations/{id}/move",
                    "/conversations/{id}/merge",
                    "/conversations/{id}/undo",
                    "/conversations/{id}/notes",
                    "/clients",
                    "/accounts",
                    "/flags/{id}",
                    "/flags/clients");

    @SuppressWarnings("NullAway.Init")
    private Running server;

    @BeforeAll
    void start() {
        server = new Running(new FakeDesk());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyRouteCarriesTheSecurityHeaders() throws Exception {
        List<String> routes = routes();
        assertThat(routes)
                .contains(
                        "/",
                        "/search",
                        "/api/search",
                        "/api/flags",
                        "/conversations/{id}",
                        "/api/conversations/{id}",
                        "/assets/{name}");
        for (String route : routes) {
            for (String id : List.of("0000000000000001", "zz")) {
                assertGuarded(
                        server.get(route.replace("{id}", id).replace("{name}", "fraywatch.svg")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/assets/fraywatch.css",
                "/assets/none.css",
                "/search?q=from:",
                "/search?limit=x",
                "/?asOf=x",
                "/api/nowhere"
            })
    void errorsAndFilesCarryTheSecurityHeaders(String path) throws Exception {
        assertGuarded(server.get(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /a/..;/b HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/7.1\r\nHost: 127.0.0.1\r\n\r\n",
                "nonsense\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            })
    void requestsThatReachNoPageCarryTheSecurityHeadersToo(String request) throws IOException {
        String answer =
                server.raw(request.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n"));
        assertThat(answer.lines().findFirst().orElse(""))
                .containsPattern("HTTP/1.1 4\\d\\d|HTTP/1.1 50[15]");
        for (var header : SecurityHeaders.ALWAYS.entrySet()) {
            assertThat(answer.toLowerCase(Locale.ROOT))
                    .contains(
                            (header.getKey() + ": " + header.getValue()).toLowerCase(Locale.ROOT));
        }
        assertThat(answer).doesNotContain("jetty", "Jetty", "\tat ");
    }

    @Test
    void anOversizeHeaderIsRefusedWithTheSecurityHeaders() throws IOException {
        String answer =
                server.raw(
                        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: "
                                + "a".repeat(20_000)
                                + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431").contains("Content-Security-Policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8420",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                ""
            })
    void aForeignHostIsRefused(String host) throws IOException {
        assertThat(
                        server.raw(
                                "GET /api/flags HTTP/1.1\r\nHost: "
                                        + host
                                        + "\r\nConnection: close\r\n\r\n"))
                .containsPattern("^HTTP/1.1 40[03]")
                .doesNotContain("Harbor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost:8420", "LOCALHOST", "[::1]:8420"})
    void theMachinesOwnNamesAreServed(String host) throws IOException {
        assertThat(
                        server.raw(
                                "GET /api/flags HTTP/1.1\r\nHost: "
                                        + host
                                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"})
    void aForeignOriginIsRefused(String origin) throws Exception {
        HttpResponse<String> answer = server.get("/api/flags", "Origin", origin);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Harbor");
    }

    @Test
    void ourOwnOriginIsServed() throws Exception {
        assertThat(
                        server.get("/search?q=draft", "Origin", "http://127.0.0.1:" + server.port())
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherSitesPageMayLinkHereButNotLoadAnything() throws Exception {
        assertThat(
                        server.get(
                                        "/",
                                        "Sec-Fetch-Site",
                                        "cross-site",
                                        "Sec-Fetch-Mode",
                                        "navigate")
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        server.get("/", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors")
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesWithMailInThemAreNotKeptByTheBrowser() throws Exception {
        assertThat(server.get("/").headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void nothingButTheFormsAcceptsAnythingButReading() throws IOException {
        for (String route : routes()) {
            List<String> methods =
                    FORMS.contains(route)
                            ? List.of("PUT", "DELETE", "PATCH")
                            : List.of("POST", "PUT", "DELETE", "PATCH");
            for (String method : methods) {
                String path =
                        route.replace("{id}", "0000000000000001")
                                .replace("{name}", "fraywatch.svg");
                assertThat(
                                server.raw(
                                        method
                                                + " "
                                                + path
                                                + " HTTP/1.1\r\n"
                                                + "Host: 127.0.0.1\r\n"
                                                + "Origin: http://127.0.0.1\r\n"
                                                + "Content-Length: 0\r\n"
                                                + "Connection: close\r\n\r\n"))
                        .as(method + " " + path)
                        .startsWith("HTTP/1.1 405");
            }
        }
    }

    @Test
    void aFormWithoutItsWordsIsRefusedAndNoServerError() throws IOException {
        for (String route : FORMS) {
            String path = route.replace("{id}", "0000000000000001");
            assertThat(
                            server.raw(
                                    "POST "
                                            + path
                                            + " HTTP/1.1\r\n"
                                            + "Host: 127.0.0.1\r\n"
                                            + "Origin: http://127.0.0.1\r\n"
                                            + "Content-Length: 0\r\n"
                                            + "Connection: close\r\n\r\n"))
                    .as("POST " + path)
                    .startsWith("HTTP/1.1 4");
        }
    }

    private static void assertGuarded(HttpResponse<String> answer) {
        SecurityHeaders.ALWAYS.forEach((name, value) ->
                assertThat(answer.headers().allValues(name))
                        .as(answer.uri() + " " + name)
                        .containsExactly(value));
        assertThat(answer.body()).doesNotContain("\tat ", "java.lang");
    }

    /// Every route there is in the code, so that a new one can't be forgotten here.
    private static List<String> routes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.fraywatch.server")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> Resource.from(type.reflect()))
                        .flatMap(DoorTest::paths)
                        .distinct()
                        .toList();
    }

    private static Stream<String> paths(Resource resource) {
        Stream<String> own =
                resource.getResourceMethods().isEmpty()
                        ? Stream.of()
                        : Stream.of(path(resource.getPath()));
        return Stream.concat(
                own,
                resource.getChildResources().stream()
                        .map(child -> path(resource.getPath() + "/" + child.getPath())));
    }

    private static String path(String path) {
        return ("/" + path).replaceAll("/+", "/");
    }
}
