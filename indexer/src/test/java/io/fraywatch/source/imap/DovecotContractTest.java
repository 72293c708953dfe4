package io.fraywatch.source.imap;

import io.fraywatch.source.MailSource;
import io.fraywatch.source.MailSourceContract;
import io.fraywatch.testing.DiskState;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Mails;

/// Acceptance check 28, the server's flags and bytes unchanged, among the contract's.
class DovecotContractTest implements MailSourceContract {
    @Override
    public Mailbox mailbox() {
        Dovecot dovecot = Dovecot.start();
        dovecot.makeFolder("Sent");
        ImapSource source = new ImapSource(Mails.settings(dovecot.port()));
        return new Mailbox() {
            @Override
            public MailSource source() {
                return source;
            }

            @Override
            public void add(byte[] mail) {
                dovecot.deliver("", mail, "S");
            }

            @Override
            public Object state() throws Exception {
                return DiskState.of(dovecot.maildir());
            }

            @Override
            public void close() {
                source.close();
                dovecot.close();
            }
        };
    }
}
