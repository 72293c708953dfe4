package io.fraywatch.server.setup;

import io.fraywatch.server.config.AccountSettings;
import io.fraywatch.server.config.OAuthSection;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.SourceException;
import io.fraywatch.sync.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A mailbox that the configuration names.
record ConfiguredMailbox(AccountSettings account, SettingsFile file) implements Account.Connection {
    @Override
    public MailSource open() throws SourceException {
        return Mailboxes.open(account, file);
    }

    /// By the account's settings and the times at which its secrets' files changed. Blank where the
    /// secret comes from elsewhere.
    @Override
    public String setting() {
        if (account.tokenCommand().isPresent() || account.passwordEnv().isPresent()) {
            return "";
        }
        Stream<Path> secrets =
                Stream.of(
                                account.passwordFile(),
                                account.oauth().flatMap(OAuthSection::clientSecretFile))
                        .flatMap(Optional::stream)
                        .map(file::resolve);
        Path login = file.dataDir().resolve("logins").resolve(account.name() + ".token");
        List<String> told =
                Stream.concat(
                                Stream.of(account.toString()),
                                Stream.concat(secrets, Stream.of(login))
                                        .map(ConfiguredMailbox::state))
                        .toList();
        return digest(String.join("\n", told));
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException _) {
            return "none";
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
