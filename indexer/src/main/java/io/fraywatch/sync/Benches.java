package io.fraywatch.sync;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Note;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what the last question took, so that the next one needn't read all mail again: the cases
/// that are open, and of an account of at most [#MOST_MAILS] all that was read.
final class Benches {
    private static final long MOST_MAILS = 100_000;
    private static final int MOST_KEPT = 4;

    /// What an answer rests on.
    private record State(String generation, Policy policy, List<Note> notes) {}

    private record Kept(State state, Optional<Bench> bench, Optional<Watch> watch) {}

    private final Map<AccountName, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);

    /// One account at one moment.
    record Sitting(Account account, View view, Policy policy, List<Note> notes) {
        private State state() {
            return new State(view.generation(), policy, notes);
        }
    }

    /// All mail of the account, ready to be judged as of any instant.
    Bench bench(Sitting sitting) throws StoreException {
        Optional<Bench> known = known(sitting).flatMap(Kept::bench);
        return known.isPresent() ? known.get() : read(sitting, Optional.empty());
    }

    /// What is at risk as of an instant.
    List<Finding> findings(Sitting sitting, Instant asOf) throws StoreException {
        Optional<Watch> known =
                known(sitting).flatMap(Kept::watch).filter(watch -> watch.covers(asOf));
        if (known.isPresent()) {
            return known.get().findings(sitting.view(), asOf);
        }
        Bench bench = bench(sitting);
        Optional<Watch> watch = bench.watch(sitting.account(), asOf);
        if (watch.isPresent()) {
            keep(sitting, bench, watch);
            return watch.get().findings(sitting.view(), asOf);
        }
        return new Judgement(sitting.account(), sitting.view(), asOf, bench).findings(false);
    }

    private Bench read(Sitting sitting, Optional<Watch> watch) throws StoreException {
        Account account = sitting.account();
        Bench bench =
                new Bench(
                        account.name(),
                        History.read(sitting.view(), account.identity(), sitting.notes()),
                        sitting.policy());
        keep(sitting, bench, watch);
        return bench;
    }

    private Optional<Kept> known(Sitting sitting) {
        State state = sitting.state();
        synchronized (kept) {
            return Optional.ofNullable(kept.get(sitting.account().name()))
                    .filter(each -> each.state().equals(state));
        }
    }

    private void keep(Sitting sitting, Bench bench, Optional<Watch> watch) {
        boolean small = bench.history().size() <= MOST_MAILS;
        if (!small && watch.isEmpty()) {
            return;
        }
        synchronized (kept) {
            kept.put(
                    sitting.account().name(),
                    new Kept(
                            sitting.state(), small ? Optional.of(bench) : Optional.empty(), watch));
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
