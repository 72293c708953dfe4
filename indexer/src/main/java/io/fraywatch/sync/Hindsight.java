package io.fraywatch.sync;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Turn;
import io.fraywatch.mail.Direction;
import io.fraywatch.mail.MailId;
import io.fraywatch.sync.Fate.Ending;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells from all mail of an account what became of threads. Verdicts never see it.
final class Hindsight {
    private final Bench bench;
    private final Docket docket;
    private final Instant end;
    private final Map<MailId, Case> cases = new HashMap<>();

    Hindsight(Bench bench) {
        this.bench = bench;
        this.docket = bench.docket(Instant.MAX);
        this.end = bench.history().newest().orElse(Instant.MIN);
        for (Case filed : docket.cases()) {
            filed.turns().forEach(turn -> cases.put(turn.message().id(), filed));
        }
    }

    /// What became of the thread of a mail after that instant.
    Fate after(MailId anchor, Instant alert) {
        Case filed = cases.get(anchor);
        return filed == null ? Fate.of(Ending.OPEN) : after(filed, alert);
    }

    private Fate after(Case filed, Instant alert) {
        List<Instant> heard =
                filed.turns().stream().filter(Hindsight::isTheirs).map(Turn::sentAt).toList();
        Instant from =
                heard.stream()
                        .filter(at -> !at.isAfter(alert))
                        .reduce((first, second) -> second)
                        .orElse(filed.turns().getFirst().sentAt());
        for (Instant next : heard.stream().filter(at -> at.isAfter(alert)).toList()) {
            Instant gone = from.plus(Fate.SILENCE);
            if (next.isAfter(gone)) {
                return bears(gone, alert)
                        ? new Fate(Ending.SILENT, Optional.of(gone))
                        : Fate.of(Ending.WENT_ON);
            }
            from = next;
        }
        return last(filed, from.plus(Fate.SILENCE), alert);
    }

    private Fate last(Case filed, Instant gone, Instant alert) {
        if (!bears(gone, alert)) {
            return Fate.of(Ending.WENT_ON);
        }
        if (end.isBefore(gone)) {
            return Fate.of(Ending.OPEN);
        }
        boolean closed = bench.assess(filed, docket, gone).state() == Assessment.State.CLOSED;
        return closed ? Fate.of(Ending.SETTLED) : new Fate(Ending.ENDED, Optional.of(gone));
    }

    private static boolean bears(Instant gone, Instant alert) {
        return !gone.isAfter(alert.plus(Fate.BEARING));
    }

    private static boolean isTheirs(Turn turn) {
        return turn.message().direction() == Direction.FROM_CLIENT && turn.message().fromPerson();
    }
}
