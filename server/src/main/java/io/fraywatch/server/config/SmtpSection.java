package io.fraywatch.server.config;

import io.fraywatch.mail.Address;
import java.util.List;
import java.util.Optional;

/// The server that takes the digest (`smtp`).
///
/// @param port its port; default 587 with STARTTLS, 465 with implicit TLS, else 25
/// @param tls how the connection is protected; default starttls
/// @param username the login name; without it none is made
/// @param passwordFile file with the password, readable by its owner alone
/// @param passwordEnv environment variable with the password
/// @param from the sender, `Name <address>` or an address
public record SmtpSection(
        String host,
        Optional<Integer> port,
        Optional<Tls> tls,
        Optional<String> username,
        Optional<String> passwordFile,
        Optional<String> passwordEnv,
        String from) {
    public SmtpSection {
        BadSetting.require(host, "host", "smtp.example.com");
        BadSetting.require(from, "from", "Fraywatch <dana@reyes-va.example>");
        MailNames.requireAddresses(
                List.of(from.substring(from.lastIndexOf('<') + 1).replace(">", "")), "from");
        port.ifPresent(p -> BadSetting.requireRange(p, 1, 65_535, "port"));
        Tls.requireSafe(tls.orElse(Tls.STARTTLS), host);
        if (passwordFile.isPresent() && passwordEnv.isPresent()) {
            throw new BadSetting(
                    "both passwordFile and passwordEnv are given; keep one", "passwordFile");
        }
        if (username.isPresent() && passwordFile.isEmpty() && passwordEnv.isEmpty()) {
            throw new BadSetting(
                    "there is a username and no password; add `passwordFile: work.password` (or passwordEnv)",
                    "username");
        }
    }

    /// The sender.
    public Address sender() {
        int open = from.lastIndexOf('<');
        return open < 0
                ? Address.of(from)
                : new Address(from.substring(0, open), from.substring(open + 1).replace(">", ""));
    }

    public Tls tlsOrDefault() {
        return tls.orElse(Tls.STARTTLS);
    }

    public int portOrDefault() {
        return port.orElse(
                switch (tlsOrDefault()) {
                    case IMPLICIT -> 465;
                    case STARTTLS -> 587;
                    case NONE -> 25;
                });
    }
}
