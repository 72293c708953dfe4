package io.fraywatch.server.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One mailbox to be read (`accounts`).
///
/// @param name the account's name, also that of its folder on disk
/// @param host the IMAP server
/// @param port its port; default 993 with implicit TLS, else 143
/// @param tls how the connection is protected; default implicit
/// @param username the login name; default the first address of `me`
/// @param passwordFile file with the password, readable by its owner alone
/// @param passwordEnv environment variable with the password
/// @param tokenCommand command that prints an OAuth 2 access token, run by the shell
/// @param oauth access by a login in the browser, in place of a password
/// @param apiUrl where the Gmail API is; default Google's
/// @param path the Maildir, or the mbox file or a folder of such
/// @param alsoRead IMAP folders to read besides INBOX, Sent and Archive; a `*` at the end stands
///   for any rest
/// @param compress whether an IMAP server that offers it compresses what it sends; default auto
/// @param me the user's own addresses in this account
/// @param team domains whose people are colleagues and no clients
/// @param hours the user's working hours in what this account is for; default those for all
/// @param holidays iCalendar files with days off for it; default those for all
public record AccountSettings(
        String name,
        Kind kind,
        Optional<String> host,
        Optional<Integer> port,
        Optional<Tls> tls,
        Optional<String> username,
        Optional<String> passwordFile,
        Optional<String> passwordEnv,
        Optional<String> tokenCommand,
        Optional<OAuthSection> oauth,
        Optional<String> apiUrl,
        Optional<String> path,
        List<String> alsoRead,
        Optional<Compress> compress,
        List<String> me,
        List<String> team,
        Optional<HoursSection> hours,
        List<String> holidays) {
    /// What sort of mailbox it is.
    public enum Kind {
        @JsonProperty("imap")
        IMAP,
        @JsonProperty("gmail")
        GMAIL,
        @JsonProperty("maildir")
        MAILDIR,
        @JsonProperty("mbox")
        MBOX
    }

    /// Whether less is to travel, at the cost of time of both processors.
    public enum Compress {
        /// Unless the server is on this machine.
        @JsonProperty("auto")
        AUTO,
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("never")
        NEVER
    }

    public AccountSettings {
        BadSetting.require(name, "name", "work");
        BadSetting.require(kind, "kind", "imap");
        try {
            AccountName _ = new AccountName(name);
        } catch (IllegalArgumentException e) {
            throw new BadSetting(String.valueOf(e.getMessage()), "name");
        }
        port.ifPresent(p -> BadSetting.requireRange(p, 1, 65_535, "port"));
        alsoRead = List.copyOf(alsoRead);
        me = List.copyOf(me);
        team = List.copyOf(team);
        holidays = List.copyOf(holidays);
        if (me.isEmpty()) {
            throw new BadSetting(
                    "'me' is missing; list your own addresses in this mailbox, for instance `me:"
                            + " [you@example.com]`, or nobody can tell your mails from theirs",
                    "me");
        }
        MailNames.requireAddresses(me, "me");
        MailNames.requireDomains(team, "team");
        apiUrl.ifPresent(url -> OAuthSection.requireUrl(url, "apiUrl"));
        switch (kind) {
            case IMAP -> {
                requireImap(host, tls);
                requireOneWay(passwordFile, passwordEnv, tokenCommand, oauth);
            }
            case GMAIL -> requireToken(tokenCommand, oauth);
            case MAILDIR, MBOX ->
                    BadSetting.require(path.orElse(null), "path", "/home/dana/Maildir");
        }
    }

    private static void requireToken(Optional<String> tokenCommand, Optional<OAuthSection> oauth) {
        if (tokenCommand.isPresent() == oauth.isPresent()) {
            throw new BadSetting(
                    oauth.isPresent()
                            ? "both oauth and tokenCommand are given; keep one"
                            : "kind gmail needs `oauth` with a clientId (docs/gmail.md says how to"
                                    + " get one), or a tokenCommand",
                    "kind");
        }
    }

    private static void requireImap(Optional<String> host, Optional<Tls> tls) {
        BadSetting.require(host.orElse(null), "host", "imap.example.com");
        Tls.requireSafe(tls.orElse(Tls.IMPLICIT), host.orElseThrow());
    }

    private static void requireOneWay(
            Optional<String> passwordFile,
            Optional<String> passwordEnv,
            Optional<String> tokenCommand,
            Optional<OAuthSection> oauth) {
        long ways =
                List.of(passwordFile, passwordEnv, tokenCommand, oauth).stream()
                        .filter(Optional::isPresent)
                        .count();
        if (ways != 1) {
            throw new BadSetting(
                    ways == 0
                            ? "no password is named; add `passwordFile: work.password` (or"
                                    + " passwordEnv, tokenCommand or oauth)"
                            : "more than one of passwordFile, passwordEnv, tokenCommand and oauth"
                                    + " is given; keep one",
                    ways == 0 ? "host" : "passwordFile");
        }
        boolean nameless =
                oauth.isPresent()
                        && oauth.get().provider().isEmpty()
                        && oauth.get().tokenUrl().isEmpty();
        if (nameless) {
            throw new BadSetting(
                    "'provider' is missing; say `provider: google` or `provider: microsoft`",
                    "oauth");
        }
    }

    public AccountName accountName() {
        return new AccountName(name);
    }

    public Identity identity() {
        return new Identity(Set.copyOf(me), Set.copyOf(team));
    }

    /// The same without working hours and holidays of its own.
    public AccountSettings withoutTimes() {
        return new AccountSettings(
                name,
                kind,
                host,
                port,
                tls,
                username,
                passwordFile,
                passwordEnv,
                tokenCommand,
                oauth,
                apiUrl,
                path,
                alsoRead,
                compress,
                me,
                team,
                Optional.empty(),
                List.of());
    }

    public Tls tlsOrDefault() {
        return tls.orElse(Tls.IMPLICIT);
    }

    public int portOrDefault() {
        return port.orElse(tlsOrDefault() == Tls.IMPLICIT ? 993 : 143);
    }

    public String usernameOrDefault() {
        return username.orElse(me.getFirst());
    }
}
