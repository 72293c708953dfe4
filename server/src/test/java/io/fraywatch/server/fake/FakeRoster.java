package io.fraywatch.server.fake;

import io.fraywatch.flags.PassState;
import io.fraywatch.flags.PassState.Shut;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Location;
import io.fraywatch.sync.AccountState;
import io.fraywatch.sync.AccountState.SetAsideMail;
import io.fraywatch.sync.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Four accounts on the morning of [FakeDesk#NOW]: one in sync with a mail set aside, one that is
/// refused by a server which says something hostile, one that is still read and one that never was.
public final class FakeRoster implements Roster {
    private final List<AccountName> retried = new ArrayList<>();

    /// Takes down that a mailbox is to be tried again.
    public boolean retry(AccountName account) {
        return retried.add(account);
    }

    /// Which were to be tried again, in that order.
    public List<AccountName> retried() {
        return List.copyOf(retried);
    }

    @Override
    public List<AccountState> states() {
        Instant now = FakeDesk.NOW;
        return List.of(
                new AccountState(
                        state(
                                "work",
                                Optional.of(now.minus(Duration.ofMinutes(4))),
                                3,
                                Optional.of(now.minus(Duration.ofHours(5))),
                                false,
                                Optional.empty()),
                        12_345,
                        List.of(
                                new SetAsideMail(
                                        new Location("INBOX", "7:23"),
                                        "the server refuses to give it")),
                        Optional.empty()),
                new AccountState(
                        state(
                                "agency",
                                Optional.of(now.minus(Duration.ofDays(3))),
                                0,
                                Optional.of(now.minus(Duration.ofDays(3))),
                                false,
                                Optional.of(refused(now))),
                        800,
                        List.of(),
                        Optional.empty()),
                new AccountState(
                        state(
                                "archive",
                                Optional.empty(),
                                2_000,
                                Optional.of(now),
                                true,
                                Optional.empty()),
                        2_000,
                        List.of(),
                        Optional.empty()),
                new AccountState(
                        PassState.none(new AccountName("new")), 0, List.of(), Optional.empty()));
    }

    private static PassState state(
            String name,
            Optional<Instant> done,
            long found,
            Optional<Instant> moved,
            boolean open,
            Optional<Trouble> trouble) {
        return new PassState(
                new AccountName(name),
                done,
                found,
                moved,
                open,
                Optional.of("qresync"),
                shut(name),
                trouble);
    }

    private static List<Shut> shut(String account) {
        return account.equals("work")
                ? List.of(
                        new Shut(
                                "Clients/<b>Old</b>",
                                "imap.example.com:993 doesn't let us read the folder"
                                        + " Clients/<b>Old</b>, saying: Permission denied"))
                : List.of();
    }

    private static Trouble refused(Instant now) {
        return new Trouble(
                "REFUSED",
                "imap.example.com:993 refuses the password of dana, saying:"
                        + " <img src=https://evil.example/x onerror=document.title='owned'>",
                "Check username and password.",
                3,
                now.minus(Duration.ofHours(2)),
                now.minus(Duration.ofMinutes(10)),
                now.plus(Duration.ofMinutes(50)),
                "setting");
    }
}
