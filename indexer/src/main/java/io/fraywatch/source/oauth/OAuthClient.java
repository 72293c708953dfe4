package io.fraywatch.source.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import io.fraywatch.source.BoundedHttp;
import io.fraywatch.source.Secret;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Speaks with a provider's token endpoint for one client (as the provider calls a program that was
/// registered there). Safe for many threads.
public final class OAuthClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final long LARGEST_ANSWER = 256 * 1024;

    /// Errors by which a provider says that this login is over (RFC 6749 §5.2, and Microsoft's).
    private static final Set<String> OVER =
            Set.of("invalid_grant", "interaction_required", "consent_required", "access_denied");

    private final OAuthProvider provider;
    private final ClientID clientId;
    private final Optional<Secret> clientSecret;
    private final String account;
    private final BoundedHttp http = new BoundedHttp(CONNECT, ANSWER, LARGEST_ANSWER);

    /// @param clientSecret for providers that give desktop programs one, as Google does
    /// @param account the account's name, for messages
    public OAuthClient(
            OAuthProvider provider,
            String clientId,
            Optional<Secret> clientSecret,
            String account) {
        this.provider = provider;
        this.clientId = new ClientID(clientId);
        this.clientSecret = clientSecret;
        this.account = account;
    }

    /// What a provider gave.
    ///
    /// @param access the token to show to the mail server
    /// @param lifetime how long it is good for
    /// @param refresh for a fresh one later; providers may leave it out where the old one stays
    ///   good
    public record Tokens(String access, Duration lifetime, Optional<String> refresh) {
        @Override
        public String toString() {
            return "Tokens[hidden]";
        }
    }

    OAuthProvider provider() {
        return provider;
    }

    ClientID clientId() {
        return clientId;
    }

    Scope scope() {
        return Scope.parse(provider.scope());
    }

    /// Fresh tokens for a refresh token.
    ///
    /// @throws SourceException of kind REFUSED if the login is over and has to be made again
    public Tokens refresh(String refreshToken) throws SourceException {
        return tokens(new RefreshTokenGrant(new RefreshToken(refreshToken)));
    }

    Tokens tokens(AuthorizationGrant grant) throws SourceException {
        TokenResponse response = ask(grant);
        if (response.indicatesSuccess()) {
            return tokens(response);
        }
        throw refused(response.toErrorResponse().getErrorObject());
    }

    Tokens tokens(TokenResponse response) {
        var tokens = response.toSuccessResponse().getTokens();
        long seconds = tokens.getAccessToken().getLifetime();
        return new Tokens(
                tokens.getAccessToken().getValue(),
                Duration.ofSeconds(seconds > 0 ? seconds : 300),
                Optional.ofNullable(tokens.getRefreshToken()).map(Token::getValue));
    }

    /// What the token endpoint says to a grant, be it yes or no.
    TokenResponse ask(AuthorizationGrant grant) throws SourceException {
        TokenRequest request =
                clientSecret.isPresent()
                        ? new TokenRequest.Builder(
                                        provider.token(),
                                        new ClientSecretPost(
                                                clientId,
                                                new com.nimbusds.oauth2.sdk.auth.Secret(
                                                        clientSecret.get().reveal())),
                                        grant)
                                .build()
                        : new TokenRequest.Builder(provider.token(), clientId, grant).build();
        try {
            return TokenResponse.parse(send(request.toHTTPRequest()));
        } catch (ParseException e) {
            throw unreadable(e);
        }
    }

    /// Sends a request of the SDK within our deadlines.
    HTTPResponse send(HTTPRequest request) throws SourceException {
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            HttpRequest.newBuilder(request.getURI())
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Accept", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(request.getBody()))
                                    .build());
            HTTPResponse response = new HTTPResponse(answer.statusCode());
            response.setHeader(
                    "Content-Type",
                    answer.headers().firstValue("Content-Type").orElse("application/json"));
            response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
            return response;
        } catch (IOException e) {
            throw new SourceException(
                    Kind.UNREACHABLE,
                    provider.name() + "'s login for account '" + account + "' can't be reached",
                    "Check this machine's network connection; Fraywatch tries again.",
                    e);
        }
    }

    SourceException unreadable(ParseException e) {
        return new SourceException(
                Kind.UNREACHABLE,
                provider.name()
                        + "'s login for account '"
                        + account
                        + "' gave an answer that can't be read",
                "Fraywatch tries again; if this goes on, check the token URL.",
                e);
    }

    SourceException refused(@org.jspecify.annotations.Nullable ErrorObject error) {
        String code = error == null || error.getCode() == null ? "no reason" : error.getCode();
        if (OVER.contains(code)) {
            return new SourceException(
                    Kind.REFUSED,
                    provider.name()
                            + " no longer accepts the login of account '"
                            + account
                            + "' ("
                            + code
                            + ")",
                    "Log in again: scripts/fraywatch login " + account,
                    null);
        }
        boolean ours =
                List.of("invalid_client", "unauthorized_client", "invalid_scope").contains(code);
        return new SourceException(
                ours ? Kind.MISCONFIGURED : Kind.UNREACHABLE,
                provider.name() + " refuses the login of account '" + account + "' (" + code + ")",
                ours
                        ? "Check oauth.clientId and the client secret against what "
                                + provider.name()
                                + " shows for your registered application."
                        : "Fraywatch tries again; if this goes on, log in again: scripts/fraywatch"
                                + " login "
                                + account,
                null);
    }

    @Override
    public void close() {
        http.close();
    }
}
