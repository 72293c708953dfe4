package io.fraywatch.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fraywatch.server.cli.Autoconfig.Found;
import io.fraywatch.server.cli.Typed.Ran;
import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.config.Tls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `init --lookup`, against a web server of the domain's own on this machine.
class AutoconfigTest {
    private static final String ADDRESS = "dana@reyes-va.example";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    String page = pages.get(exchange.getRequestURI().getPath());
                    byte[] body = (page == null ? "no" : page).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Autoconfig autoconfig() {
        String site = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Autoconfig(
                List.of(
                        site + "/first/%EMAILDOMAIN%?emailaddress=%EMAILADDRESS%",
                        site + "/second/%EMAILDOMAIN%"));
    }

    private static String settings(String servers) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <clientConfig version="1.1">
          <emailProvider id="reyes-va.example">
            <domain>reyes-va.example</domain>
            %s
            <outgoingServer type="smtp">
              <hostname>smtp.reyes-va.example</hostname>
              <port>465</port>
              <socketType>SSL</socketType>
            </outgoingServer>
          </emailProvider>
        </clientConfig>
        """
                .formatted(servers);
    }

    private static String imap(String host, int port, String security, String more) {
        return """
        <incomingServer type="imap">
          <hostname>%s</hostname>
          <port>%d</port>
          <socketType>%s</socketType>
          %s
        </incomingServer>
        """
                .formatted(host, port, security, more);
    }

    private void publish(String servers) {
        pages.put("/first/reyes-va.example", settings(servers));
    }

    @Test
    void takesTheServerThatTheDomainNames() throws Exception {
        publish(
                imap(
                        "mail.reyes-va.example",
                        993,
                        "SSL",
                        "<username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication>"));
        assertThat(autoconfig().of(ADDRESS))
                .contains(new Found("mail.reyes-va.example", 993, "implicit", "dana"));
        assertThat(asked)
                .containsExactly("/first/reyes-va.example?emailaddress=dana%40reyes-va.example");
    }

    @Test
    void looksElsewhereInItsOrder() throws Exception {
        pages.put(
                "/second/reyes-va.example",
                settings(imap("imap.%EMAILDOMAIN%", 143, "STARTTLS", "")));
        assertThat(autoconfig().of(ADDRESS))
                .contains(new Found("imap.reyes-va.example", 143, "starttls", ADDRESS));
        assertThat(asked).hasSize(2);
    }

    @Test
    void passesOverWhatIsNotProtectedOrTakesNoPassword() throws Exception {
        publish(
                imap("plain.reyes-va.example", 143, "plain", "")
                        + imap(
                                "oauth.reyes-va.example",
                                993,
                                "SSL",
                                "<authentication>OAuth2</authentication>")
                        + imap(
                                "both.reyes-va.example",
                                993,
                                "SSL",
                                "<authentication>OAuth2</authentication><authentication>password-cleartext</authentication>"));
        assertThat(autoconfig().of(ADDRESS).map(Found::host)).contains("both.reyes-va.example");
    }

    @Test
    void findsNothingInWhatIsNoSettings() throws Exception {
        for (String page :
                List.of(
                        "",
                        "<html><body>Welcome",
                        settings(imap("two words", 993, "SSL", "")),
                        settings(imap("mail.reyes-va.example", 99_999, "SSL", "")),
                        settings(imap("mail.reyes-va.example", 993, "SSL", "").replace("993", "x")),
                        settings(
                                "<incomingServer type=\"pop3\"><hostname>p</hostname></incomingServer>"))) {
            pages.put("/first/reyes-va.example", page);
            assertThat(autoconfig().of(ADDRESS)).as(page).isEmpty();
        }
    }

    @Test
    void readsNoFileThatAnEntityPointsTo(@TempDir Path folder) throws Exception {
        Path secret = java.nio.file.Files.writeString(folder.resolve("secret"), "stolen.example");
        pages.put(
                "/first/reyes-va.example",
                "<!DOCTYPE c [<!ENTITY s SYSTEM \""
                        + secret.toUri()
                        + "\">]>"
                        + settings(imap("&s;", 993, "SSL", "")).replaceFirst("<\\?.*\\?>", ""));
        assertThat(autoconfig().of(ADDRESS)).isEmpty();
    }

    private Ran init(Path file, String typed, String... more) {
        String[] args = new String[4 + more.length];
        args[0] = "init";
        args[1] = "--no-test";
        args[2] = "--config";
        args[3] = file.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return Typed.run(List.of(new InitCommand(autoconfig())), typed, args);
    }

    @Test
    void initAsksForThePasswordOnlyOnceTheDomainAnswered(@TempDir Path folder) throws Exception {
        publish(imap("mail.reyes-va.example", 1993, "SSL", ""));
        Path file = folder.resolve("fraywatch.yml");
        Ran ran = init(file, ADDRESS + "\nhunter2\n", "--lookup");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("reyes-va.example keeps its mail at mail.reyes-va.example:1993");
        AccountSettings account = SettingsFile.read(file).settings().accounts().getFirst();
        assertThat(account.host()).contains("mail.reyes-va.example");
        assertThat(account.port()).contains(1993);
        assertThat(account.tls()).contains(Tls.IMPLICIT);
    }

    @Test
    void initAsksNobodyUnlessToldTo(@TempDir Path folder) throws Exception {
        publish(imap("mail.reyes-va.example", 993, "SSL", ""));
        Ran ran = init(folder.resolve("fraywatch.yml"), ADDRESS + "\n\n\nhunter2\n");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void initGoesOnByHandWhereTheDomainSaysNothing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("fraywatch.yml");
        Ran ran = init(file, ADDRESS + "\n\n\nhunter2\n", "--lookup");
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("reyes-va.example tells no program where its mail lies");
        assertThat(SettingsFile.read(file).settings().accounts().getFirst().host())
                .contains("imap.reyes-va.example");
    }
}
