package io.fraywatch.server;

import io.fraywatch.testing.Dovecot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The configuration of one account, `work`, on a Dovecot of the test's own.
final class OneAccount {
    private OneAccount() {}

    /// Writes it, with the right password.
    ///
    /// @param more further sections
    static Path configure(Path folder, int port, String more) throws IOException {
        password(folder, Dovecot.PASSWORD);
        return Files.writeString(
                folder.resolve("fraywatch.yml"),
                """
                zone: UTC
                accounts:
                  - name: work
                    kind: imap
                    host: 127.0.0.1
                    port: %d
                    tls: none
                    username: %s
                    passwordFile: password
                    alsoRead: ["*"]
                    me: [dana@reyes-va.example]
                """
                                .formatted(port, Dovecot.USER)
                        + more);
    }

    static void password(Path folder, String password) throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), password);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }
}
