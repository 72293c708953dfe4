package io.fraywatch.sync;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Signal;
import io.fraywatch.analyze.Wording;
import io.fraywatch.flags.FlagId;
import io.fraywatch.mail.AccountName;
import io.fraywatch.store.MailStore;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// History told again day by day: what would have been flagged each morning, by the mail there was
/// that morning. It judges with the code that judges today.
///
/// All mail is read once, when the replay is opened.
public final class Replay {
    private static final Comparator<Sighting> HEAVIEST =
            Comparator.comparingInt(Sighting::score)
                    .reversed()
                    .thenComparing(Sighting::since)
                    .thenComparing(Sighting::flag);

    /// The days to tell again.
    ///
    /// @param from the first
    /// @param to the last
    /// @param at the time of day, by the policy's zone, at which each is judged
    public record Span(LocalDate from, LocalDate to, LocalTime at) {
        public Span {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(to + " comes before " + from);
            }
        }

        /// How many days these are.
        public long days() {
            return to.toEpochDay() - from.toEpochDay() + 1;
        }
    }

    /// Takes down what is seen.
    public interface Watcher {
        /// What held on the morning of a day, heaviest first; for the day before the span, too, so
        /// that what held already is known from what is new.
        void day(LocalDate day, List<Sighting> seen);
    }

    private final List<Account> accounts;
    private final Map<AccountName, History> histories = new HashMap<>();

    private Replay(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /// Reads all mail of these accounts, and what was noted about it.
    public static Replay open(MailStore store, List<Account> accounts, Notebook.Reader notes)
            throws StoreException {
        Replay replay = new Replay(accounts);
        for (Account account : accounts) {
            try (View view = store.openView(account.name())) {
                replay.histories.put(
                        account.name(),
                        History.read(view, account.identity(), notes.of(account.name())));
            }
        }
        return replay;
    }

    /// How many mails were read.
    public long mails() {
        return histories.values().stream().mapToLong(History::size).sum();
    }

    /// History as one policy tells it.
    public Telling by(Policy policy) {
        return new Telling(policy);
    }

    /// History as one policy tells it. Not safe for several threads.
    public final class Telling {
        private final Policy policy;
        private final Map<AccountName, Bench> benches = new HashMap<>();
        private final Map<AccountName, Hindsight> hindsights = new HashMap<>();

        private Telling(Policy policy) {
            this.policy = policy;
            histories.forEach(
                    (name, history) -> benches.put(name, new Bench(name, history, policy)));
        }

        /// Tells the days of a span in their order, and the day before it first.
        public void tell(Span span, Watcher watcher) {
            for (LocalDate day = span.from().minusDays(1);
                    !day.isAfter(span.to());
                    day = day.plusDays(1)) {
                watcher.day(day, seenOn(day, span.at()));
            }
        }

        /// What held on the morning of a day, heaviest first.
        public List<Sighting> seenOn(LocalDate day, LocalTime time) {
            Instant at = day.atTime(time).atZone(policy.zone()).toInstant();
            List<Sighting> seen = new ArrayList<>();
            for (Account account : accounts) {
                Bench bench = bench(account.name());
                Docket docket = bench.docket(at);
                for (Case filed : docket.cases()) {
                    if (filed.client().isPresent() && !bench.isOver(filed, docket, at)) {
                        Assessment assessment = bench.assess(filed, docket, at);
                        if (bench.flags(filed, assessment)) {
                            see(account.name(), day, filed, assessment, seen);
                        }
                    }
                }
            }
            seen.sort(HEAVIEST);
            return List.copyOf(seen);
        }

        private static void see(
                AccountName account,
                LocalDate day,
                Case filed,
                Assessment assessment,
                List<Sighting> seen) {
            for (Signal signal : assessment.signals()) {
                String kind = Wording.kind(signal);
                seen.add(
                        new Sighting(
                                day,
                                assessment.asOf(),
                                FlagId.of(account, kind, signal.anchor()),
                                account,
                                filed.id(),
                                filed.turns().getFirst().message().headers().subject(),
                                filed.client(),
                                kind,
                                signal.anchor(),
                                signal.since(),
                                assessment.level(),
                                assessment.score()));
            }
        }

        /// What became of the thread of a sighting after that morning, by all mail there is.
        public Fate fateOf(Sighting sighting) {
            return hindsights
                    .computeIfAbsent(sighting.account(), name -> new Hindsight(bench(name)))
                    .after(sighting.anchor(), sighting.at());
        }

        private Bench bench(AccountName account) {
            Bench bench = benches.get(account);
            if (bench == null) {
                throw new IllegalArgumentException("account '" + account + "' wasn't read");
            }
            return bench;
        }
    }
}
