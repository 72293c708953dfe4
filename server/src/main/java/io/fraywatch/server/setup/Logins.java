package io.fraywatch.server.setup;

import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.OAuthSection;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.source.Secret;
import io.fraywatch.source.oauth.OAuthClient;
import io.fraywatch.source.oauth.OAuthProvider;
import io.fraywatch.source.oauth.RefreshedToken;
import io.fraywatch.source.oauth.TokenFile;
import java.net.URI;
import java.util.Optional;

/// What the configuration says of logins by OAuth.
public final class Logins {
    private Logins() {}

    /// @throws IllegalStateException if the account has no `oauth`
    public static OAuthClient client(AccountSettings account, SettingsFile file) {
        OAuthSection oauth =
                account.oauth()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "account " + account.name() + " has no oauth"));
        Optional<Secret> secret =
                oauth.clientSecretFile()
                        .map(name -> Secret.file(file.resolve(name)))
                        .or(() -> oauth.clientSecretEnv().map(Secret::environment));
        return new OAuthClient(provider(account, oauth), oauth.clientId(), secret, account.name());
    }

    private static OAuthProvider provider(AccountSettings account, OAuthSection oauth) {
        OAuthProvider usual =
                switch (oauth.provider().orElse(OAuthSection.Provider.GOOGLE)) {
                    case GOOGLE ->
                            account.kind() == AccountSettings.Kind.GMAIL
                                    ? OAuthProvider.GOOGLE_API
                                    : OAuthProvider.GOOGLE_IMAP;
                    case MICROSOFT -> OAuthProvider.microsoft(oauth.tenant().orElse("common"));
                };
        return new OAuthProvider(
                usual.name(),
                oauth.authorizeUrl().map(URI::create).orElse(usual.authorize()),
                oauth.tokenUrl().map(URI::create).orElse(usual.token()),
                oauth.deviceUrl().map(URI::create).or(usual::device),
                oauth.scope().orElse(usual.scope()));
    }

    /// Where the account's login is kept.
    public static TokenFile kept(AccountSettings account, SettingsFile file) {
        return new TokenFile(file.dataDir().resolve("logins"), account.name());
    }

    static Secret token(AccountSettings account, SettingsFile file) {
        return new RefreshedToken(
                client(account, file), kept(account, file), account.name(), System::nanoTime);
    }
}
