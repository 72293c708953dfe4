package io.fraywatch.server.setup;

import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.config.Tls;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.Secret;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.gmail.GmailSettings;
import io.fraywatch.source.gmail.GmailSource;
import io.fraywatch.source.imap.ImapSettings;
import io.fraywatch.source.imap.ImapSource;
import io.fraywatch.source.maildir.MaildirSource;
import io.fraywatch.source.mbox.MboxSource;
import java.net.URI;
import java.nio.file.Path;

/// Opens the mailboxes that the configuration names.
final class Mailboxes {
    private Mailboxes() {}

    static MailSource open(AccountSettings account, SettingsFile file) throws SourceException {
        return switch (account.kind()) {
            case IMAP -> new ImapSource(imap(account, file));
            case GMAIL -> new GmailSource(gmail(account, file));
            case MAILDIR -> new MaildirSource(path(account, file));
            case MBOX -> new MboxSource(path(account, file));
        };
    }

    private static ImapSettings imap(AccountSettings account, SettingsFile file) {
        return new ImapSettings(
                account.host().orElseThrow(),
                account.portOrDefault(),
                tls(account.tlsOrDefault()),
                account.usernameOrDefault(),
                login(account, file),
                account.alsoRead(),
                ImapSettings.Deadlines.USUAL,
                compression(account.compress().orElse(AccountSettings.Compress.AUTO)));
    }

    private static ImapSettings.Compression compression(AccountSettings.Compress compress) {
        return switch (compress) {
            case AUTO -> ImapSettings.Compression.AUTO;
            case ALWAYS -> ImapSettings.Compression.ALWAYS;
            case NEVER -> ImapSettings.Compression.NEVER;
        };
    }

    private static GmailSettings gmail(AccountSettings account, SettingsFile file) {
        return new GmailSettings(
                account.usernameOrDefault(),
                account.apiUrl().map(URI::create).orElse(GmailSettings.GOOGLE),
                account.tokenCommand()
                        .map(Secret::command)
                        .orElseGet(() -> Logins.token(account, file)),
                GmailSettings.Patience.USUAL);
    }

    private static ImapSettings.Tls tls(Tls tls) {
        return switch (tls) {
            case IMPLICIT -> ImapSettings.Tls.IMPLICIT;
            case STARTTLS -> ImapSettings.Tls.STARTTLS;
            case NONE -> ImapSettings.Tls.NONE;
        };
    }

    private static ImapSettings.Login login(AccountSettings account, SettingsFile file) {
        if (account.tokenCommand().isPresent()) {
            return new ImapSettings.AccessToken(Secret.command(account.tokenCommand().get()));
        }
        if (account.oauth().isPresent()) {
            return new ImapSettings.AccessToken(Logins.token(account, file));
        }
        return new ImapSettings.Password(
                account.passwordFile().isPresent()
                        ? Secret.file(file.resolve(account.passwordFile().get()))
                        : Secret.environment(account.passwordEnv().orElseThrow()));
    }

    private static Path path(AccountSettings account, SettingsFile file) {
        return file.resolve(account.path().orElseThrow());
    }
}
