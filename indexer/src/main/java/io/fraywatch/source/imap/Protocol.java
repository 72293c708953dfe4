package io.fraywatch.source.imap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/// Angus' reader and writer of the protocol over our own wire.
final class Protocol extends IMAPProtocol {
    private boolean toldCapabilities;
    private boolean utf8;

    Protocol(Wire wire) throws IOException {
        super(wire.input(), new PrintStream(wire.output(), false, UTF_8), new Properties(), false);
    }

    @Override
    public FetchItem[] getFetchItems() {
        return ProviderItems.ALL;
    }

    @Override
    public boolean hasCapability(String name) {
        return Optional.ofNullable(getCapabilities()).isPresent() && super.hasCapability(name);
    }

    /// Whether names of folders travel as they are (RFC 6855) and not in modified UTF-7.
    @Override
    public boolean supportsUtf8() {
        return utf8;
    }

    void utf8Accepted() {
        utf8 = true;
    }

    /// Reads capabilities out of an answer, its own line or a response code.
    void learn(Response answer) {
        if (answer instanceof IMAPResponse line && line.keyEquals("CAPABILITY")) {
            handleCapabilityResponse(new Response[] {line});
            toldCapabilities = true;
        } else if (answer.isOK() && answer.toString().contains("[CAPABILITY ")) {
            setCapabilities(answer);
            answer.reset();
            toldCapabilities = true;
        }
    }

    /// Whether the server has told capabilities since the last [#forgetCapabilities].
    boolean toldCapabilities() {
        return toldCapabilities;
    }

    void forgetCapabilities() {
        toldCapabilities = false;
    }

    Argument name(String folder) {
        return utf8
                ? new Argument().writeString(folder, UTF_8)
                : new Argument().writeString(BASE64MailboxEncoder.encode(folder));
    }

    /// Sends a line that belongs to no command.
    void answer(String line) throws IOException {
        getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        getOutputStream().flush();
    }
}
