package io.fraywatch.source.imap;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.fraywatch.source.FoldersContract;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.Tier;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Mails;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class GreenMailContractTest implements FoldersContract {
    @Override
    public Tier tier() {
        return Tier.PLAIN;
    }

    @Override
    public int port(Mailbox mailbox) {
        return ((Box) mailbox).server.getImap().getPort();
    }

    @Override
    public Mailbox mailbox() throws Exception {
        return new Box();
    }

    private static final class Box implements Mailbox {
        private final GreenMail server;
        private final MailFolder inbox;
        private final ImapSource source;

        Box() throws Exception {
            ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
            setup.setServerStartupTimeout(120_000);
            server = new GreenMail(setup);
            server.start();
            GreenMailUser user = server.setUser(Dovecot.USER, Dovecot.PASSWORD);
            ImapHostManager host = server.getManagers().getImapHostManager();
            inbox = host.getInbox(user);
            host.createMailbox(user, "Sent");
            source = new ImapSource(Mails.settings(server.getImap().getPort()));
        }

        @Override
        public MailSource source() {
            return source;
        }

        @Override
        public void add(byte[] mail) throws Exception {
            MimeMessage message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            inbox.appendMessage(
                    message, new Flags(), Date.from(Instant.parse("2026-01-05T08:00:00Z")));
        }

        @Override
        public Object state() {
            return inbox.getMessages().stream().map(Box::state).toList();
        }

        private static List<String> state(StoredMessage message) {
            return List.of(Long.toString(message.getUid()), message.getFlags().toString());
        }

        @Override
        public void close() {
            source.close();
            server.stop();
        }
    }
}
