package io.fraywatch.server.accounts;

import io.fraywatch.flags.PassState;
import io.fraywatch.flags.PassState.Trouble;
import io.fraywatch.mail.AccountName;
import io.fraywatch.server.web.Words;
import io.fraywatch.source.Tier;
import io.fraywatch.sync.AccountState;
import io.fraywatch.sync.AccountState.Health;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the page of accounts shows: those that fail first.
///
/// @param summary how many are read, in words
/// @param tried the account just asked to be tried again; empty when none was
public record AccountsPage(String summary, String tried, List<Row> rows) {
    private static final int MOST_SET_ASIDE = 100;

    /// One account.
    ///
    /// @param health its name in JSON
    /// @param status the same in words
    /// @param troubles what is wrong, with the mend; mostly empty
    /// @param lastSync when a pass last came to its end; empty before the first
    /// @param cursor when the cursor last moved, in words
    /// @param tier how the mailbox tells what changed, in words; empty until it was reached
    /// @param setAside the first of the mails set aside
    /// @param more how many more there are
    /// @param again what the button says that has it tried again; empty for none
    public record Row(
            String account,
            String health,
            String status,
            List<Mend> troubles,
            List<When> lastSync,
            String found,
            String cursor,
            String mails,
            String tier,
            String asideWords,
            List<Aside> setAside,
            int more,
            String again) {}

    /// What is wrong and what to do about it.
    ///
    /// @param pause since when, and when the next try is; empty when it is tried all the time
    public record Mend(String what, String remedy, String pause) {}

    /// A moment.
    ///
    /// @param ago how long ago, in words
    public record When(String iso, String words, String ago) {}

    /// A mail set aside.
    public record Aside(String folder, String key, String reason) {}

    public AccountsPage {
        rows = List.copyOf(rows);
    }

    static AccountsPage of(List<AccountState> states, Optional<AccountName> tried, Words words) {
        long failing = states.stream().filter(s -> s.health() == Health.FAILING).count();
        return new AccountsPage(
                summary(states.size(), failing),
                tried.map(AccountName::value).orElse(""),
                states.stream()
                        .sorted(Comparator.comparing(s -> s.health() != Health.FAILING))
                        .map(state -> row(state, words))
                        .toList());
    }

    private static String summary(int all, long failing) {
        if (failing == 0) {
            return all == 1
                    ? "Your mailbox can be read."
                    : "All " + all + " mailboxes can be read.";
        }
        return all == 1
                ? "Your mailbox can’t be read."
                : failing + " of " + Words.count(all, "mailbox", "mailboxes") + " can’t be read.";
    }

    private static Row row(AccountState state, Words words) {
        PassState pass = state.pass();
        int aside = state.setAside().size();
        return new Row(
                state.account().value(),
                state.health().key(),
                status(state.health()),
                mends(state, words),
                pass.doneAt().map(at -> when(at, words)).stream().toList(),
                pass.doneAt().isEmpty() && !pass.open()
                        ? ""
                        : Words.count(pass.found(), "new mail"),
                pass.movedAt().map(at -> words.age(at) + " ago").orElse("none seen yet"),
                Words.count(state.mails(), "mail"),
                pass.tier().flatMap(AccountsPage::tier).orElse(""),
                Words.count(aside, "mail") + " set aside",
                state.setAside().stream()
                        .limit(MOST_SET_ASIDE)
                        .map(mail ->
                                new Aside(
                                        mail.location().folder(),
                                        mail.location().key(),
                                        mail.reason()))
                        .toList(),
                Math.max(0, aside - MOST_SET_ASIDE),
                again(state));
    }

    private static String status(Health health) {
        return switch (health) {
            case WELL -> "In sync";
            case READING -> "Still reading";
            case FAILING -> "Can’t be read";
            case UNREAD -> "Not read yet";
        };
    }

    private static List<Mend> mends(AccountState state, Words words) {
        Optional<Mend> index = state.unreadable().map(why -> new Mend(sentence(why), "", ""));
        Optional<Mend> mailbox = state.pass().trouble().map(trouble -> mend(trouble, words));
        Stream<Mend> folders =
                state.pass().shut().stream()
                        .map(shut -> new Mend(sentence(shut.why()), Words.SHUT_FOLDER, ""));
        return Stream.concat(Stream.of(mailbox, index).flatMap(Optional::stream), folders).toList();
    }

    private static Mend mend(Trouble trouble, Words words) {
        return new Mend(
                sentence(trouble.what()),
                trouble.remedy(),
                Words.count(trouble.failures(), "try", "tries")
                        + " failed since "
                        + words.moment(trouble.since())
                        + (words.now().isBefore(trouble.pausedTill())
                                ? "; left alone until " + words.moment(trouble.pausedTill()) + "."
                                : "; the next try is due."));
    }

    private static When when(Instant at, Words words) {
        return new When(at.toString(), words.moment(at), words.age(at));
    }

    private static Optional<String> tier(String key) {
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.key().equals(key))
                .map(Tier::words)
                .findFirst();
    }

    private static String again(AccountState state) {
        if (state.pass().trouble().isPresent()) {
            return "Try again now";
        }
        return state.setAside().isEmpty() ? "" : "Ask for them again";
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
