package io.fraywatch.source.imap;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.MailSourceContract;
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

class GreenMailContractTest implements MailSourceContract {
    @Override
    public Mailbox mailbox() throws Exception {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(120_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        GreenMailUser user = server.setUser(Dovecot.USER, Dovecot.PASSWORD);
        ImapHostManager host = server.getManagers().getImapHostManager();
        MailFolder inbox = host.getInbox(user);
        ImapSource source = new ImapSource(Mails.settings(server.getImap().getPort()));
        return new Mailbox() {
            @Override
            public MailSource source() {
                return source;
            }

            @Override
            public void add(byte[] mail) throws Exception {
                MimeMessage message =
                        new MimeMessage(
                                Session.getInstance(new Properties()),
                                new ByteArrayInputStream(mail));
                inbox.appendMessage(
                        message, new Flags(), Date.from(Instant.parse("2026-01-05T08:00:00Z")));
            }

            @Override
            public Object state() {
                return inbox.getMessages().stream().map(GreenMailContractTest::state).toList();
            }

            @Override
            public void close() {
                source.close();
                server.stop();
            }
        };
    }

    private static List<String> state(StoredMessage message) {
        return List.of(Long.toString(message.getUid()), message.getFlags().toString());
    }
}
