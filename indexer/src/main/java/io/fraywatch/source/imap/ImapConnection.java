package io.fraywatch.source.imap;

import io.fraywatch.source.SourceException;
import io.fraywatch.source.Tier;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;

/// One connection, logged in. Every answer is checked: a tagged NO or BAD is a
/// [CommandFailedException], a lost connection or a BYE an [IOException]; a single answer that
/// can't be read is skipped, as if it hadn't been sent.
final class ImapConnection implements AutoCloseable {
    private static final long ROOM = 64L << 20;
    private static final int UNREADABLE_ANSWERS = 1_000;

    private final Wire wire;
    private final Protocol protocol;
    private boolean namesVanished;

    /// How commands ended whose answers nobody has asked for yet.
    private final Map<String, Response> ends = new HashMap<>();

    /// Takes one answer of the server.
    interface Taker<X extends Exception> {
        void take(Response answer) throws X;
    }

    ImapConnection(Wire wire) throws IOException {
        this.wire = wire;
        this.protocol = new Protocol(wire);
    }

    /// Connects, encrypts and logs in.
    static ImapConnection open(ImapSettings settings, SSLSocketFactory tls) throws SourceException {
        return new Login(settings, tls, new Failures(settings)).open();
    }

    /// Reads what the server says first.
    void greeting() throws IOException, ProtocolException {
        wire.expect(ROOM);
        Response greeting = protocol.readResponse();
        if (greeting.isBYE()) {
            throw new ByeException(greeting.getRest());
        }
        if (!greeting.isUnTagged()) {
            throw new ProtocolException("no IMAP greeting");
        }
        protocol.learn(greeting);
    }

    Protocol protocol() {
        return protocol;
    }

    /// Whether the server has named this capability.
    boolean can(String capability) {
        return protocol.hasCapability(capability);
    }

    /// Takes note of what the server has switched on.
    ///
    /// @param names in upper case, as the server lists them
    void enabled(String names) {
        List<String> all = Arrays.asList(names.strip().split(" ", -1));
        namesVanished |= all.contains("QRESYNC");
        if (all.contains("UTF8=ACCEPT")) {
            protocol.utf8Accepted();
        }
    }

    /// How this server tells what changed.
    Tier tier() {
        if (namesVanished) {
            return Tier.QRESYNC;
        }
        return can("CONDSTORE") || can("QRESYNC") ? Tier.CONDSTORE : Tier.PLAIN;
    }

    /// Sends EXAMINE and returns its tag.
    String sendExamine(String folder) throws IOException, ProtocolException {
        return send("EXAMINE", protocol.name(folder));
    }

    /// Reads the answer to an EXAMINE.
    ///
    /// @return the folder's UIDVALIDITY
    long receiveExamine(String tag) throws IOException, ProtocolException {
        return receiveExamine(tag, 0, ignored -> {});
    }

    /// @param line how long a line of it may be, if longer than usual
    long receiveExamine(String tag, int line, Taker<RuntimeException> untagged)
            throws IOException, ProtocolException {
        List<Response> answers = new ArrayList<>();
        wire.expect(2L * line + ROOM);
        wire.expectLine(line);
        receiveExpected(
                tag,
                answer -> {
                    untagged.take(answer);
                    if (answer.isOK()) {
                        answer.reset();
                        answers.add(answer);
                    }
                });
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

    /// Sends one command with its words quoted as needed.
    ///
    /// @return its tag
    String send(String command, Argument words) throws IOException, ProtocolException {
        return protocol.writeCommand(command, words);
    }

    /// Listens by IDLE (RFC 2177) to the folder that is open, and hands over what the server says.
    ///
    /// @param most how long to listen
    void idle(Duration most, Taker<RuntimeException> untagged)
            throws IOException, ProtocolException {
        String tag = send("IDLE");
        Thread alarm = Thread.ofVirtual().name("imap-idle-alarm").start(() -> endIdleAfter(most));
        try {
            wire.expect(ROOM, most);
            receiveExpected(tag, untagged);
        } finally {
            alarm.interrupt();
        }
    }

    private void endIdleAfter(Duration time) {
        try {
            Thread.sleep(time);
            protocol.answer("DONE");
        } catch (InterruptedException over) {
            // The server ended it first.
            return;
        } catch (IOException lost) {
            wire.hangUp();
        }
    }

    /// Takes the server's word that it goes on compressed; nothing else may be under way.
    void receiveCompress(String tag) throws IOException, ProtocolException {
        receive(tag, 0, ignored -> {});
        wire.compress();
    }

    /// Whether the server is on this machine.
    boolean isLocal() {
        return wire.isLocal();
    }

    /// Hands over what the server says until a command is done. What answers commands sent after it
    /// may come before its end (Dovecot holds the end back while it has more to do), so it isn't
    /// said which command it answers.
    <X extends Exception> void receive(String tag, long bytes, Taker<X> untagged)
            throws IOException, ProtocolException, X {
        wire.expect(2 * bytes + ROOM);
        receiveExpected(tag, untagged);
    }

    private <X extends Exception> void receiveExpected(String tag, Taker<X> untagged)
            throws IOException, ProtocolException, X {
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
            protocol.learn(answer);
            if (answer.isTagged()) {
                ends.put(answer.getTag(), answer);
            } else {
                untagged.take(answer);
            }
        }
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

    /// Closes at once; for any thread.
    void drop() {
        wire.hangUp();
    }
}
