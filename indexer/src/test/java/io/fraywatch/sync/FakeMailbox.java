package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.MailSource;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.SourceException;
import io.fraywatch.testing.Mails;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A mailbox with one folder of numbered mails, settled after each; fails or withholds mails as it
/// is told. Counts how often it was opened.
final class FakeMailbox implements MailSource, Account.Connection {
    private static final String INBOX = "INBOX";

    private final AccountName name;
    private final int mails;
    private final Set<Integer> withheld = new HashSet<>();
    private Optional<SourceException> failure = Optional.empty();
    private String setting = "first";
    private int opened;
    private int handedOver;

    FakeMailbox(String name, int mails) {
        this.name = new AccountName(name);
        this.mails = mails;
    }

    Account account() {
        return new Account(name, new Identity(Set.of("dana@reyes-va.example"), Set.of()), this);
    }

    void fail(SourceException.Kind kind, String what) {
        failure = Optional.of(new SourceException(kind, what, "Mend it.", null));
    }

    void mend() {
        failure = Optional.empty();
        withheld.clear();
    }

    void withhold(int mail) {
        withheld.add(mail);
    }

    void reachedBy(String other) {
        setting = other;
    }

    int opened() {
        return opened;
    }

    int handedOver() {
        return handedOver;
    }

    @Override
    public MailSource open() throws SourceException {
        opened++;
        if (failure.isPresent()) {
            throw failure.get();
        }
        return this;
    }

    @Override
    public String setting() {
        return setting;
    }

    @Override
    public void pull(Cursor from, Intake intake) throws InterruptedException {
        int start = Integer.parseInt(from.marks().getOrDefault(INBOX, "0"));
        intake.folder(INBOX, mails, mails - start);
        for (int i = start; i < mails; i++) {
            hand(i, intake);
            intake.settled(from.with(INBOX, Integer.toString(i + 1)));
        }
    }

    private void hand(int mail, Intake intake) throws InterruptedException {
        if (withheld.contains(mail)) {
            intake.quarantine(place(mail), "the server refuses to give it");
        } else {
            handedOver++;
            intake.accept(new RawMail(place(mail), Optional.empty(), Mails.numbered(mail)));
        }
    }

    private static Location place(int mail) {
        return new Location(INBOX, Integer.toString(mail));
    }

    @Override
    public void refetch(Set<Location> places, Intake intake) throws InterruptedException {
        for (int i = 0; i < mails; i++) {
            if (places.contains(place(i))) {
                hand(i, intake);
            }
        }
    }

    @Override
    public void list(String folder, Consumer<Listed> each) {
        for (int i = 0; i < mails; i++) {
            each.accept(new Listed(place(i), -1));
        }
    }

    @Override
    public List<String> folders() {
        return List.of(INBOX);
    }

    @Override
    public void close() {}
}
