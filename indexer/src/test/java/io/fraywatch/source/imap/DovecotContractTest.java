package io.fraywatch.source.imap;

import io.fraywatch.source.FoldersContract;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.MailSourceContract;
import io.fraywatch.source.Tier;
import io.fraywatch.testing.DiskState;
import io.fraywatch.testing.Dovecot;
import io.fraywatch.testing.Dovecot.Options;
import io.fraywatch.testing.Mails;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A real server at each tier. Acceptance check 28, the server's flags and bytes unchanged, is
/// among the contract's.
@Execution(ExecutionMode.CONCURRENT)
class DovecotContractTest {
    @Nested
    class Qresync implements FoldersContract {
        @Override
        public Tier tier() {
            return Tier.QRESYNC;
        }

        @Override
        public Mailbox mailbox() {
            return new Box(Options.PLAIN);
        }

        @Override
        public int port(Mailbox mailbox) {
            return Box.port(mailbox);
        }
    }

    @Nested
    class Condstore implements FoldersContract {
        @Override
        public Tier tier() {
            return Tier.CONDSTORE;
        }

        @Override
        public Mailbox mailbox() {
            return new Box(Options.saying(Options.OLD + " ENABLE CONDSTORE"));
        }

        @Override
        public int port(Mailbox mailbox) {
            return Box.port(mailbox);
        }
    }

    @Nested
    class Plain implements FoldersContract {
        @Override
        public Tier tier() {
            return Tier.PLAIN;
        }

        @Override
        public Mailbox mailbox() {
            return new Box(Options.saying(Options.OLD));
        }

        @Override
        public int port(Mailbox mailbox) {
            return Box.port(mailbox);
        }
    }

    /// A mailbox on a Dovecot of its own.
    private static final class Box implements MailSourceContract.Mailbox {
        private final Dovecot dovecot;
        private final ImapSource source;

        Box(Options options) {
            dovecot = Dovecot.start(options);
            dovecot.makeFolder("Sent");
            source = new ImapSource(Mails.settings(dovecot.port()));
        }

        static int port(MailSourceContract.Mailbox mailbox) {
            return ((Box) mailbox).dovecot.port();
        }

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
    }
}
