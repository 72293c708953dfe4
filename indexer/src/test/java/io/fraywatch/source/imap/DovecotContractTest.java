package io.fraywatch.source.imap;

import io.fraywatch.source.FoldersContract;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.MailSourceContract;
import io.fraywatch.source.Tier;
import io.fraywatch.source.imap.ImapSettings.Compression;
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
    class Qresync extends OnDovecot {
        Qresync() {
            super(Tier.QRESYNC, Options.PLAIN);
        }
    }

    @Nested
    class Condstore extends OnDovecot {
        Condstore() {
            super(Tier.CONDSTORE, Options.saying(Options.OLD + " ENABLE CONDSTORE"));
        }
    }

    @Nested
    class Plain extends OnDovecot {
        Plain() {
            super(Tier.PLAIN, Options.saying(Options.OLD));
        }
    }

    @Nested
    class Compressed implements MailSourceContract {
        @Override
        public Mailbox mailbox() {
            return new Box(Options.COMPRESSING);
        }
    }

    abstract static class OnDovecot implements FoldersContract {
        private final Tier tier;
        private final Options options;

        OnDovecot(Tier tier, Options options) {
            this.tier = tier;
            this.options = options;
        }

        @Override
        public Tier tier() {
            return tier;
        }

        @Override
        public Mailbox mailbox() {
            return new Box(options);
        }

        @Override
        public int port(Mailbox mailbox) {
            return ((Box) mailbox).dovecot.port();
        }
    }

    /// A mailbox on a Dovecot of its own.
    private static final class Box implements MailSourceContract.Mailbox {
        private final Dovecot dovecot;
        private final ImapSource source;

        Box(Options options) {
            dovecot = Dovecot.start(options);
            dovecot.makeFolder("Sent");
            source = new ImapSource(Mails.settings(dovecot.port()).compressing(Compression.ALWAYS));
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
