package io.fraywatch.source.imap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fraywatch.source.SourceException;
import io.fraywatch.source.Tier;

import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.Status;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

/// One connection, logged in. Every answer is checked: a tagged NO or BAD is a
/// [CommandFailedException], a lost connection or a BYE an [IOException]; a single answer that
/// can't be read is skipped, as if it hadn't been sent.
final class ImapConnection implements AutoCloseable {
    private static final long ROOM = 64L << 20;
    private static final int UNREADABLE_ANSWERS = 1_000;

    private final Wire wire;
    private final Protocol protocol;

    /// How commands ended whose answers nobody has asked for yet.
    private final Map<String, Response> ends = new HashMap<>();

    /// Takes one answer of the server.
    interface Taker<X extends Exception> {
        void take(Response answer) throws X;
    }

    private ImapConnection(Wire wire, Protocol protocol) {
        this.wire = wire;
        this.protocol = protocol;
    }

    /// Connects, encrypts and logs in.
    static ImapConnection open(ImapSettings settings, SSLSocketFactory tls) throws SourceException {
        Failures failures = new Failures(settings);
        Wire wire;
        try {
            wire = Wire.connect(settings.host(), settings.port(), settings.deadlines());
        } catch (IOException e) {
            throw failures.lost(e);
        }
        try {
            ImapConnection connection = greeted(wire, settings, tls, failures);
            connection.login(settings, failures);
            return connection;
        } catch (IOException e) {
            wire.close();
            throw failures.lost(e);
        } catch (CommandFailedException e) {
            wire.close();
            throw failures.refused(e);
        } catch (ProtocolException e) {
            wire.close();
            throw failures.unreadable(e);
        } catch (SourceException e) {
            wire.close();
            throw e;
        }
    }

    private static ImapConnection greeted(
            Wire wire, ImapSettings settings, SSLSocketFactory tls, Failures failures)
            throws IOException, ProtocolException, SourceException {
        if (settings.tls() == ImapSettings.Tls.IMPLICIT) {
            wire.encrypt(tls);
        }
        ImapConnection plain = over(wire);
        plain.greeting();
        if (settings.tls() != ImapSettings.Tls.STARTTLS) {
            return plain;
        }
        if (!plain.can("STARTTLS")) {
            throw failures.withoutStartTls();
        }
        plain.perform("STARTTLS", 0, ignored -> {});
        wire.encrypt(tls);
        ImapConnection encrypted = over(wire);
        encrypted.perform("CAPABILITY", 0, ignored -> {});
        return encrypted;
    }

    private static ImapConnection over(Wire wire) throws IOException {
        return new ImapConnection(wire, new Protocol(wire));
    }

    private void greeting() throws IOException, ProtocolException {
        wire.expect(ROOM);
        Response greeting = protocol.readResponse();
        if (greeting.isBYE()) {
            throw new ByeException(greeting.getRest());
        }
        if (!greeting.isUnTagged()) {
            throw new ProtocolException("no IMAP greeting");
        }
        protocol.handleCapabilityResponse(new Response[] {greeting});
        perform("CAPABILITY", 0, ignored -> {});
    }

    private void login(ImapSettings settings, Failures failures)
            throws IOException, ProtocolException, SourceException {
        String user = settings.username();
        switch (settings.login()) {
            case ImapSettings.AccessToken(var token) ->
                    authenticate(
                            "XOAUTH2", "user=" + user + "\1auth=Bearer " + token.reveal() + "\1\1");
            case ImapSettings.Password(var password) -> {
                String secret = password.reveal();
                if (can("AUTH=PLAIN")) {
                    authenticate("PLAIN", "\0" + user + "\0" + secret);
                } else if (can("LOGINDISABLED")) {
                    throw failures.loginDisabled();
                } else {
                    Argument words =
                            new Argument().writeString(user, UTF_8).writeString(secret, UTF_8);
                    receive(protocol.writeCommand("LOGIN", words), 0, ignored -> {});
                }
            }
        }
        perform("CAPABILITY", 0, ignored -> {});
    }

    /// RFC 9051 §6.2.2; a second challenge brings an error's details and is answered with an empty
    /// line.
    private void authenticate(String mechanism, String response)
            throws IOException, ProtocolException {
        String secret = Base64.getEncoder().encodeToString(response.getBytes(UTF_8));
        boolean atOnce = can("SASL-IR");
        String tag = send("AUTHENTICATE " + mechanism + (atOnce ? " " + secret : ""));
        List<String> answers = new ArrayList<>(atOnce ? List.of("") : List.of(secret, ""));
        receive(
                tag,
                0,
                answer -> {
                    if (answer.isContinuation() && !answers.isEmpty()) {
                        protocol.answer(answers.removeFirst());
                    }
                });
    }

    /// Whether the server has named this capability.
    boolean can(String capability) {
        return protocol.hasCapability(capability);
    }

    /// How this server tells what changed.
    Tier tier() {
        if (can("QRESYNC") && can("ENABLE")) {
            return Tier.QRESYNC;
        }
        return can("CONDSTORE") || can("QRESYNC") ? Tier.CONDSTORE : Tier.PLAIN;
    }

    /// All folders, with their attributes (RFC 6154 among them).
    List<ListInfo> folders() throws IOException, ProtocolException {
        List<ListInfo> found = new ArrayList<>();
        // An old server may know LIST without RETURN; a new one may tell special uses only when
        // asked.
        String options = can("SPECIAL-USE") && can("LIST-EXTENDED") ? " RETURN (SPECIAL-USE)" : "";
        List<IMAPResponse> lines = new ArrayList<>();
        perform(
                "LIST \"\" \"*\"" + options,
                1L << 20,
                answer -> {
                    if (answer instanceof IMAPResponse line && line.keyEquals("LIST")) {
                        lines.add(line);
                    }
                });
        for (IMAPResponse line : lines) {
            found.add(new ListInfo(line));
        }
        return found;
    }

    /// UIDNEXT, UIDVALIDITY and MESSAGES of a folder, without opening it.
    Status status(String folder) throws IOException, ProtocolException {
        Argument words =
                protocol.name(folder)
                        .writeArgument(
                                new Argument()
                                        .writeAtom("MESSAGES")
                                        .writeAtom("UIDNEXT")
                                        .writeAtom("UIDVALIDITY"));
        List<IMAPResponse> lines = new ArrayList<>();
        receive(
                protocol.writeCommand("STATUS", words),
                0,
                answer -> {
                    if (answer instanceof IMAPResponse line && line.keyEquals("STATUS")) {
                        lines.add(line);
                    }
                });
        if (lines.isEmpty()) {
            throw new ProtocolException("STATUS without an answer");
        }
        return new Status(lines.getLast());
    }

    /// Sends EXAMINE and returns its tag.
    String sendExamine(String folder) throws IOException, ProtocolException {
        return protocol.writeCommand("EXAMINE", protocol.name(folder));
    }

    /// Reads the answer to an EXAMINE.
    ///
    /// @return the folder's UIDVALIDITY
    long receiveExamine(String tag) throws IOException, ProtocolException {
        List<Response> answers = new ArrayList<>();
        receive(tag, 0, answers::add);
        return new MailboxInfo(answers.toArray(Response[]::new)).uidvalidity;
    }

    /// Sends one command and hands over its untagged answers.
    ///
    /// @param bytes how much its answer may hold, roughly
    <X extends Exception> void perform(String command, long bytes, Taker<X> untagged)
            throws IOException, ProtocolException, X {
        receive(send(command), bytes, untagged);
    }

    /// Sends one command, whose answer is to be received later, in the order of sending.
    ///
    /// @return its tag
    String send(String command) throws IOException, ProtocolException {
        return protocol.writeCommand(command, null);
    }

    /// Hands over what the server says until a command is done. What answers commands sent after it
    /// may come before its end (Dovecot holds the end back while it has more to do), so it isn't
    /// said which command it answers.
    <X extends Exception> void receive(String tag, long bytes, Taker<X> untagged)
            throws IOException, ProtocolException, X {
        wire.expect(2 * bytes + ROOM);
        List<Response> capabilities = new ArrayList<>();
        int unreadable = 0;
        while (unreadable < UNREADABLE_ANSWERS && !ends.containsKey(tag)) {
            Response answer;
            try {
                answer = protocol.readResponse();
            } catch (ProtocolException | RuntimeException e) {
                unreadable++;
                continue;
            }
            if (answer.isBYE()) {
                throw new ByeException(answer.getRest());
            }
            if (answer instanceof IMAPResponse line && line.keyEquals("CAPABILITY")) {
                capabilities.add(line);
            }
            if (answer.isTagged()) {
                ends.put(answer.getTag(), answer);
            } else {
                untagged.take(answer);
            }
        }
        protocol.handleCapabilityResponse(capabilities.toArray(Response[]::new));
        Response end = ends.remove(tag);
        if (end == null) {
            throw new ProtocolException(UNREADABLE_ANSWERS + " answers in a row can't be read");
        }
        if (!end.isOK()) {
            throw new CommandFailedException(end);
        }
    }

    /// Says goodbye if the line still stands, and closes it.
    @Override
    public void close() {
        try {
            perform("LOGOUT", 0, ignored -> {});
        } catch (IOException | ProtocolException over) {
            // BYE is how a server answers LOGOUT; any other end is an end too.
        } finally {
            wire.close();
        }
    }

    /// Closes at once.
    void drop() {
        wire.close();
    }

    /// Angus' reader and writer of the protocol over our own wire.
    private static final class Protocol extends IMAPProtocol {
        Protocol(Wire wire) throws IOException {
            super(
                    wire.input(),
                    new PrintStream(wire.output(), false, UTF_8),
                    new Properties(),
                    false);
        }

        @Override
        public FetchItem[] getFetchItems() {
            return ProviderItems.ALL;
        }

        Argument name(String folder) {
            Argument words = new Argument();
            writeMailboxName(words, folder);
            return words;
        }

        void answer(String line) throws IOException {
            getOutputStream().write((line + "\r\n").getBytes(UTF_8));
            getOutputStream().flush();
        }
    }
}
