package io.fraywatch.source.imap;

import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;

/// Says in plain words what went wrong with a server, and what to do.
final class Failures {
    /// Response codes (RFC 5530, and Gmail's) and words by which servers ask us to come back later.
    private static final List<String> LATER =
            List.of(
                    "[LIMIT]",
                    "[UNAVAILABLE]",
                    "[INUSE]",
                    "[OVERQUOTA]",
                    "[THROTTLED]",
                    "TOO MANY",
                    "BANDWIDTH",
                    "TRY AGAIN",
                    "BACKOFF");

    private static final int LONGEST_SAYING = 200;

    private final ImapSettings settings;
    private final String server;

    Failures(ImapSettings settings) {
        this.settings = settings;
        this.server = settings.address();
    }

    /// Whether a NO concerns us as a whole and not the one mail we asked for.
    static boolean concernsAll(CommandFailedException e) {
        String said = said(e);
        return asksForPatience(said) || isDisconnectedAccount(said) || said.contains("[AUTH");
    }

    /// Whether a lost connection is the server's wish that we stay away for a while.
    static boolean asksForPatience(IOException e) {
        return e instanceof ByeException bye && asksForPatience(upper(bye.said()));
    }

    /// A connection that couldn't be made, or broke.
    SourceException lost(IOException e) {
        return switch (e) {
            case UnknownHostException unknown ->
                    new SourceException(
                            Kind.UNREACHABLE,
                            "No host called " + settings.host() + " is known",
                            "Check the spelling of the host, and this machine's network connection.",
                            unknown);
            case ConnectException refused when !isTimeout(refused) ->
                    new SourceException(
                            Kind.UNREACHABLE,
                            server + " refuses connections",
                            "Check host and port (993 for tls: implicit, 143 for starttls), and that IMAP is switched on there.",
                            refused);
            case SSLException tls -> Insecurity.of(server, tls);
            case HostileServerException hostile ->
                    new SourceException(
                            Kind.PROTOCOL,
                            server + " " + hostile.getMessage(),
                            "Check that host and port are those of your IMAP server.",
                            hostile);
            case ByeException bye when asksForPatience(upper(bye.said())) ->
                    throttled(bye.said(), bye);
            case ByeException bye ->
                    new SourceException(
                            Kind.UNREACHABLE,
                            server + " closed the connection, saying: " + shortened(bye.said()),
                            "Nothing to do yet: Fraywatch tries again.",
                            bye);
            default ->
                    isTimeout(e)
                            ? new SourceException(
                                    Kind.UNREACHABLE,
                                    server + " didn't answer in time",
                                    "Check host, port and any firewall between; Fraywatch tries again.",
                                    e)
                            : new SourceException(
                                    Kind.UNREACHABLE,
                                    "The connection to " + server + " broke",
                                    "Nothing to do yet: Fraywatch tries again.",
                                    e);
        };
    }

    /// A NO or BAD to the login.
    SourceException refused(CommandFailedException e) {
        String said = said(e);
        if (asksForPatience(said)) {
            return throttled(rest(e), e);
        }
        if (isDisconnectedAccount(said)) {
            return disconnected(e);
        }
        boolean token = settings.login() instanceof ImapSettings.AccessToken;
        return new SourceException(
                Kind.REFUSED,
                server
                        + " refuses the "
                        + (token ? "access token" : "password")
                        + " of "
                        + settings.username()
                        + ", saying: "
                        + shortened(rest(e)),
                token
                        ? "Run the token command and sign in again where it asks; check the username."
                        : "Check username and password. With two-step sign-in (Gmail, iCloud, Yahoo, Outlook) make an app password"
                                + " at your provider and use that; also check that IMAP is switched on there.",
                e);
    }

    /// A NO or BAD to a command that concerns a whole folder or account.
    SourceException failed(String folder, CommandFailedException e) {
        String said = said(e);
        if (asksForPatience(said)) {
            return throttled(rest(e), e);
        }
        if (isDisconnectedAccount(said) || said.contains("[AUTH")) {
            return disconnected(e);
        }
        return new SourceException(
                Kind.PROTOCOL,
                server
                        + " doesn't let us read the folder "
                        + folder
                        + ", saying: "
                        + shortened(rest(e)),
                "Check in another mail program that this folder opens.",
                e);
    }

    /// Whether a failure is no more than what [#failed] says of one folder.
    static boolean isOfOneFolder(SourceException e) {
        return e.kind() == Kind.PROTOCOL && e.getCause() instanceof CommandFailedException;
    }

    SourceException unreadable(ProtocolException e) {
        return new SourceException(
                Kind.PROTOCOL,
                server + " answered what can't be read as IMAP",
                "Check that host and port are those of your IMAP server.",
                e);
    }

    /// Too many mails one after the other weren't given.
    SourceException withholds(String folder) {
        return new SourceException(
                Kind.PROTOCOL,
                server + " failed to give one mail after the other of the folder " + folder,
                "Check in another mail program that mails of this folder open; Fraywatch tries again.",
                null);
    }

    /// The folder was deleted and made anew while we read it.
    SourceException renumbered(String folder) {
        return new SourceException(
                Kind.UNREACHABLE,
                server + " renumbered the folder " + folder + " while it was being read",
                "Nothing to do: Fraywatch starts anew with this folder.",
                null);
    }

    SourceException noSuchFolder(List<String> folders) {
        return new SourceException(
                Kind.MISCONFIGURED,
                server + " has no folder called " + String.join(" or ", folders),
                "Write the folder's name as your mail program shows it, with its parents.",
                null);
    }

    SourceException withoutStartTls() {
        return new SourceException(
                Kind.INSECURE,
                server + " doesn't offer STARTTLS, so the password would travel in the clear",
                "Use tls: implicit with port 993; if that fails too, ask your provider.",
                null);
    }

    SourceException loginDisabled() {
        return new SourceException(
                Kind.INSECURE,
                server + " takes no password over this connection",
                "Use tls: implicit with port 993 or tls: starttls; some providers want a tokenCommand instead.",
                null);
    }

    private SourceException throttled(String said, Exception e) {
        return new SourceException(
                Kind.THROTTLED,
                server + " asks us to come back later, saying: " + shortened(said),
                "Nothing to do: Fraywatch goes on later. Closing other mail programs may help.",
                e);
    }

    private SourceException disconnected(CommandFailedException e) {
        return new SourceException(
                Kind.REFUSED,
                server
                        + " took the login of "
                        + settings.username()
                        + " but not for this mailbox, saying: "
                        + shortened(rest(e)),
                "Check that the username is the mailbox's own address, that IMAP is allowed for it, and that its token or password"
                        + " is still valid.",
                e);
    }

    static boolean isTimeout(IOException e) {
        return e instanceof SocketTimeoutException
                || upper(Optional.ofNullable(e.getMessage()).orElse("")).contains("TIMED OUT");
    }

    private static boolean asksForPatience(String said) {
        return LATER.stream().anyMatch(said::contains);
    }

    private static boolean isDisconnectedAccount(String said) {
        return said.contains("AUTHENTICATED BUT NOT CONNECTED");
    }

    private static String said(CommandFailedException e) {
        return upper(rest(e));
    }

    private static String rest(CommandFailedException e) {
        return Optional.ofNullable(e.getResponse())
                .map(response -> {
                    response.reset();
                    return response.toString();
                })
                .map(line -> line.split(" ", 3))
                .map(words -> Arrays.asList(words).getLast())
                .orElse("");
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String shortened(String said) {
        String clean = said.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= LONGEST_SAYING ? clean : clean.substring(0, LONGEST_SAYING) + "…";
    }
}
