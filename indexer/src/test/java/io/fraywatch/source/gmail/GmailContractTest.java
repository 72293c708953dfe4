package io.fraywatch.source.gmail;

import io.fraywatch.source.MailSource;
import io.fraywatch.source.MailSourceContract;
import io.fraywatch.testing.gmail.FakeGmail;
import io.fraywatch.testing.gmail.FakeMailbox;
import java.io.IOException;

/// What every mailbox must hold to, at Gmail.
class GmailContractTest implements MailSourceContract {
    @Override
    public Mailbox mailbox() throws IOException {
        FakeMailbox mails = new FakeMailbox("dana@reyes-va.example");
        FakeGmail gmail = new FakeGmail(mails);
        MailSource source = GmailSourceTest.source(gmail, gmail.token("right"));
        return new Mailbox() {
            @Override
            public MailSource source() {
                return source;
            }

            @Override
            public void add(byte[] mail) {
                mails.add(mail, "INBOX", "UNREAD");
            }

            @Override
            public Object state() {
                return mails.state();
            }

            @Override
            public void close() {
                source.close();
                gmail.close();
            }
        };
    }
}
