package io.fraywatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.flags.Ledger;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Identity;
import io.fraywatch.parse.MailParser;
import io.fraywatch.source.imap.ImapSource;
import io.fraywatch.store.lucene.LuceneStore;
import io.fraywatch.sync.Account;
import io.fraywatch.sync.AccountState;
import io.fraywatch.sync.Passes;
import io.fraywatch.sync.Roster;
import io.fraywatch.sync.StoreRoster;
import io.fraywatch.sync.Synchronizer;
import io.fraywatch.sync.Turns;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.ScriptedImap;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the keeper of mailboxes does when it is asked to, in the hour between two passes.
final class KeeperTest {
    private static final AccountName WORK = new AccountName("work");

    @TempDir private Path folder;

    private final AtomicBoolean withholds = new AtomicBoolean();
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final AtomicReference<ScriptedImap> server = new AtomicReference<>();

    @SuppressWarnings("NullAway.Init")
    private LuceneStore store;

    @SuppressWarnings("NullAway.Init")
    private Roster roster;

    @SuppressWarnings("NullAway.Init")
    private Keeper keeper;

    @BeforeEach
    void make() {
        ScriptedImap imap = ScriptedImap.start(3, this::answer);
        server.set(imap);
        store = new LuceneStore(folder.resolve("mail"), Duration.ofSeconds(2));
        Ledger ledger = Ledger.open(folder.resolve("fraywatch.db"));
        roster = new StoreRoster(store, ledger.passes(), List.of(WORK));
        Account account =
                new Account(
                        WORK,
                        new Identity(Set.of("dana@reyes-va.example"), Set.of()),
                        () -> new ImapSource(Mails.settings(imap.port())));
        Synchronizer synchronizer = new Synchronizer(store, new MailParser(), new TextReader());
        keeper =
                new Keeper(
                        new Passes(synchronizer, ledger.passes(), Clock.systemUTC()),
                        new Turns(),
                        List.of(account),
                        read -> {},
                        (mailbox, outcome) -> {},
                        Duration.ofHours(1),
                        Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        keeper.stop();
        server.get().close();
        store.close();
    }

    /// Withholds mail 2, or refuses every login, while told to.
    private boolean answer(ScriptedImap.Conversation talk, String tag, String command)
            throws java.io.IOException {
        boolean no =
                (refuses.get() && command.startsWith("LOGIN"))
                        || (withholds.get()
                                && command.contains("BODY.PEEK")
                                && server.get().asked(command).contains(2L));
        if (no) {
            talk.line(tag + " NO not now");
        }
        return no;
    }

    private AccountState await(Predicate<AccountState> reached) throws InterruptedException {
        AccountState state = roster.states().getFirst();
        for (int i = 0; i < 600 && !reached.test(state); i++) {
            Thread.sleep(Duration.ofMillis(50));
            state = roster.states().getFirst();
        }
        assertThat(state).matches(reached);
        return state;
    }

    @Test
    void aRetryBringsInMailsThatWereSetAside() throws Exception {
        withholds.set(true);
        keeper.start();
        AccountState first = await(state -> state.health() == AccountState.Health.WELL);
        assertThat(first.mails()).isEqualTo(2);
        assertThat(first.setAside())
                .extracting(AccountState.SetAsideMail::reason)
                .containsExactly("the server refuses to give it");
        withholds.set(false);
        assertThat(keeper.retry(WORK)).isTrue();
        assertThat(await(state -> state.setAside().isEmpty()).mails()).isEqualTo(3);
    }

    @Test
    void beingWokenTriesAMailboxThatIsLeftAloneNoSooner() throws Exception {
        refuses.set(true);
        keeper.start();
        await(state -> state.health() == AccountState.Health.FAILING);
        assertThat(keeper.wake(WORK)).isTrue();
        Thread.sleep(Duration.ofMillis(500));
        assertThat(logins()).isEqualTo(1);
        refuses.set(false);
        assertThat(keeper.retry(WORK)).isTrue();
        assertThat(await(state -> state.health() == AccountState.Health.WELL).mails()).isEqualTo(3);
    }

    @Test
    void beingWokenMakesTheNextPassAtOnce() throws Exception {
        keeper.start();
        await(state -> state.health() == AccountState.Health.WELL);
        long before = logins();
        assertThat(keeper.wake(WORK)).isTrue();
        await(state -> logins() > before);
        assertThat(keeper.wake(new AccountName("nobody"))).isFalse();
    }

    private long logins() {
        return server.get().commands().stream()
                .filter(command -> command.startsWith("LOGIN"))
                .count();
    }
}
