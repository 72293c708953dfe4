package io.fraywatch.source.oauth;

import io.fraywatch.source.Secret;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.time.Duration;
import java.util.function.LongSupplier;

/// An access token that is always good: kept while it lasts, fetched anew with the refresh token
/// when it runs out. Providers that replace the refresh token have the new one kept. Safe for many
/// threads.
public final class RefreshedToken implements Secret {
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final OAuthClient client;
    private final TokenFile file;
    private final String account;
    private final LongSupplier nanos;
    private String access = "";
    private long goodUntil;

    /// @param account the account's name, for messages
    /// @param nanos a monotonic clock, in nanoseconds
    public RefreshedToken(OAuthClient client, TokenFile file, String account, LongSupplier nanos) {
        this.client = client;
        this.file = file;
        this.account = account;
        this.nanos = nanos;
    }

    @Override
    public synchronized String reveal() throws SourceException {
        return access.isEmpty() || nanos.getAsLong() - goodUntil >= 0 ? renewed() : access;
    }

    @Override
    public synchronized String renewed() throws SourceException {
        String refresh =
                file.read()
                        .orElseThrow(() ->
                                new SourceException(
                                        Kind.REFUSED,
                                        "Nobody has logged in to account '" + account + "' yet",
                                        "Log in: scripts/fraywatch login " + account,
                                        null));
        OAuthClient.Tokens tokens = client.refresh(refresh);
        if (tokens.refresh().isPresent() && !tokens.refresh().get().equals(refresh)) {
            file.write(tokens.refresh().get());
        }
        access = tokens.access();
        goodUntil = nanos.getAsLong() + tokens.lifetime().minus(MARGIN).toNanos();
        return access;
    }
}
