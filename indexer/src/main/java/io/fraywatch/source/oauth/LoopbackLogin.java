package io.fraywatch.source.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A login in this machine's browser: the provider sends the user back to a port of ours on the
/// loopback address (RFC 8252 §7.3), with a code that only we can redeem (PKCE, RFC 7636).
public final class LoopbackLogin implements AutoCloseable {
    private static final String PATH = "/signed-in";

    private final OAuthClient client;
    private final HttpServer server;
    private final State state = new State();
    private final CodeVerifier verifier = new CodeVerifier();
    private final URI redirect;
    private final CompletableFuture<URI> back = new CompletableFuture<>();

    /// Opens the port that the user will be sent back to.
    public LoopbackLogin(OAuthClient client) throws IOException {
        this.client = client;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.redirect = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
        server.createContext(PATH, this::comeBack);
        server.start();
    }

    /// The page the user has to open.
    public URI page() {
        return new AuthorizationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), client.clientId())
                .endpointURI(client.provider().authorize())
                .redirectionURI(redirect)
                .scope(client.scope())
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .customParameter("access_type", "offline")
                .customParameter("prompt", "consent")
                .build()
                .toURI();
    }

    private void comeBack(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            boolean ours = String.valueOf(uri.getRawQuery()).contains("state=" + state.getValue());
            String words =
                    ours
                            ? "You may close this page and go back to Fraywatch."
                            : "This isn't the answer that Fraywatch waits for.";
            byte[] page =
                    ("<!doctype html><html lang=\"en\"><meta"
                                    + " charset=\"utf-8\"><title>Fraywatch</title><p>"
                                    + words
                                    + "</p></html>")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
            exchange.sendResponseHeaders(ours ? 200 : 400, page.length);
            exchange.getResponseBody().write(page);
            if (ours) {
                back.complete(redirect.resolve(PATH + "?" + uri.getRawQuery()));
            }
        }
    }

    /// Waits for the user to agree, and redeems the code.
    ///
    /// @throws SourceException if the user or the provider says no, or nobody comes back in time
    public OAuthClient.Tokens await(Duration patience)
            throws SourceException, InterruptedException {
        try {
            AuthorizationResponse response =
                    AuthorizationResponse.parse(
                            back.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            if (!response.indicatesSuccess()) {
                throw client.refused(response.toErrorResponse().getErrorObject());
            }
            return client.tokens(
                    new AuthorizationCodeGrant(
                            response.toSuccessResponse().getAuthorizationCode(),
                            redirect,
                            verifier));
        } catch (TimeoutException e) {
            throw new SourceException(
                    Kind.REFUSED,
                    "Nobody agreed to the login within " + patience.toMinutes() + " minutes",
                    "Start it again, and open the page in a browser on this machine.",
                    e);
        } catch (ParseException e) {
            throw client.unreadable(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the answer can only be completed normally", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
