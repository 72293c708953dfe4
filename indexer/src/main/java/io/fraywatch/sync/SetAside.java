package io.fraywatch.sync;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.SourceException;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import io.fraywatch.store.Writer;
import java.util.HashSet;
import java.util.Set;

/// Asks a mailbox once more for the mails in quarantine; those that are gone are forgotten.
final class SetAside {
    private final MailSource source;
    private final Writer writer;
    private final Indexing indexing;

    SetAside(MailSource source, Writer writer, Indexing indexing) {
        this.source = source;
        this.writer = writer;
        this.indexing = indexing;
    }

    void retry() throws SourceException, StoreException, InterruptedException {
        Set<Location> aside;
        try (View view = writer.view()) {
            aside = new HashSet<>(view.quarantined().keySet());
        }
        if (aside.isEmpty()) {
            return;
        }
        Answers answers = new Answers(indexing);
        source.refetch(aside, answers);
        aside.removeAll(answers.given);
        aside.forEach(indexing::gone);
        indexing.finish();
    }

    /// Remembers which places were answered for.
    private static final class Answers extends ForwardingIntake {
        private final Set<Location> given = new HashSet<>();

        Answers(Intake to) {
            super(to);
        }

        @Override
        public void accept(RawMail mail) throws InterruptedException {
            given.add(mail.location());
            super.accept(mail);
        }

        @Override
        public void quarantine(Location location, String reason) {
            given.add(location);
            super.quarantine(location, reason);
        }
    }
}
