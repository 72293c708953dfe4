package io.fraywatch.sync;

import io.fraywatch.analyze.Analyzer;
import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Baseline;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Norm;
import io.fraywatch.analyze.Setting;
import io.fraywatch.analyze.Thresholds;
import io.fraywatch.analyze.Turn;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Direction;
import io.fraywatch.people.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where the cases of one account are judged by one policy, as of any instant. Safe for many
/// threads.
///
/// What a client's norm is learned from is all their mail; each question to it names its instant.
/// So it is learned once, save for clients some of whose cases later mail files otherwise; and once
/// more whenever they turn out to work at other hours than was thought.
final class Bench {
    private final AccountName account;
    private final Filing filing;
    private final Offices offices;
    private final Policy policy;
    private final Analyzer analyzer = new Analyzer();
    private final Map<Learned, Baseline> baselines = new HashMap<>();
    private final Map<ClientId, Passing> passing = new HashMap<>();
    private final IdentityHashMap<Case, Thresholds> thresholds = new IdentityHashMap<>();
    private final IdentityHashMap<Case, Reach> reaches = new IdentityHashMap<>();
    private Optional<Docket> whole = Optional.empty();

    /// Whose norm, reckoned by which working hours of theirs.
    private record Learned(ClientId client, WorkCalendar hours) {}

    /// A norm that holds for some cases only, which later mail files otherwise.
    private record Passing(List<Case> cases, WorkCalendar hours, Baseline norm) {
        @SuppressWarnings("ReferenceEquality") // what is filed once is the very same case
        boolean isOf(List<Case> others, Setting setting) {
            return hours.equals(setting.theirs())
                    && cases.size() == others.size()
                    && IntStream.range(0, cases.size())
                            .allMatch(i -> cases.get(i) == others.get(i));
        }
    }

    /// Until when a case can be told of, reckoned by which working hours of theirs and from how
    /// many mails, bounces included.
    private record Reach(WorkCalendar hours, int mails, Instant horizon) {
        boolean holds(Case full, Setting setting) {
            return hours.equals(setting.theirs()) && mails == full.turns().size();
        }
    }

    Bench(AccountName account, History history, Policy policy) {
        this.account = account;
        this.filing = new Filing(history, policy.clients());
        this.policy = policy;
        this.offices = new Offices(policy.calendars(), filing.written());
    }

    History history() {
        return filing.history();
    }

    Policy policy() {
        return policy;
    }

    /// What there was at that instant.
    synchronized Docket docket(Instant asOf) {
        return filing.asOf(asOf);
    }

    /// The cases that are open as of an instant.
    ///
    /// @return empty if there is mail or a note of later than that, whose verdicts may change by
    ///   itself
    Optional<Watch> watch(Account judged, Instant asOf) {
        if (filing.history().latest().filter(asOf::isBefore).isPresent()) {
            return Optional.empty();
        }
        Docket docket = docket(asOf);
        List<Watch.Open> open = new ArrayList<>();
        for (Case filed : docket.cases()) {
            if (filed.client().isPresent() && !isOver(filed, docket, asOf)) {
                open(filed, docket, asOf).ifPresent(open::add);
            }
        }
        return Optional.of(new Watch(judged, asOf, open));
    }

    private Optional<Watch.Open> open(Case filed, Docket docket, Instant asOf) {
        Setting setting = setting(filed, asOf);
        Baseline norm = baseline(filed, docket, setting);
        Case full = docket.withBounces(filed);
        Analyzer.Judged judged = analyzer.judge(full, norm, setting, asOf);
        boolean calm = judged.assessment().signals().isEmpty();
        if (calm && judged.wakes().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Watch.Open(
                        filed,
                        full,
                        setting,
                        norm,
                        whereabouts(filed, asOf),
                        calm ? judged.wakes() : Optional.empty()));
    }

    /// Judges one case of that docket.
    Assessment assess(Case filed, Docket docket, Instant asOf) {
        Setting setting = setting(filed, asOf);
        return analyzer.assess(
                docket.withBounces(filed), baseline(filed, docket, setting), setting, asOf);
    }

    /// What is usual for its client beside one case of that docket.
    List<Norm> norms(Case filed, Docket docket, Instant asOf) {
        Setting setting = setting(filed, asOf);
        return analyzer.norms(
                docket.withBounces(filed), baseline(filed, docket, setting), setting, asOf);
    }

    private Baseline baseline(Case filed, Docket docket, Setting setting) {
        return filed.client()
                .map(client -> baseline(client, docket, setting))
                .orElse(Baseline.EMPTY);
    }

    /// Whether nothing can be told of a case of that docket, so that it needn't be judged.
    boolean isOver(Case filed, Docket docket, Instant asOf) {
        Case full = docket.withBounces(filed);
        Setting setting = setting(filed, asOf);
        return asOf.isAfter(horizon(filed, full, setting))
                && filed.client()
                        .flatMap(client -> baseline(client, docket, setting).lastHeardIn(asOf))
                        .filter(filed.id()::equals)
                        .isEmpty();
    }

    private synchronized Instant horizon(Case filed, Case full, Setting setting) {
        Reach known = reaches.get(filed);
        if (known == null || !known.holds(full, setting)) {
            known =
                    new Reach(
                            setting.theirs(), full.turns().size(), Analyzer.horizon(full, setting));
            reaches.put(filed, known);
        }
        return known.horizon();
    }

    /// Whether the user should hear of it.
    boolean flags(Case filed, Assessment assessment) {
        return !assessment.signals().isEmpty()
                && assessment.score() >= thresholds(filed).minScore();
    }

    /// Where and when the case's client works, by the mail there was by then.
    synchronized Optional<Whereabouts> whereabouts(Case filed, Instant asOf) {
        return filed.client().map(client -> offices.of(client, asOf));
    }

    private synchronized Setting setting(Case filed, Instant asOf) {
        WorkCalendar ours = policy.calendars().ours(account);
        return new Setting(
                filing.history().us(),
                thresholds(filed),
                ours,
                filed.client().map(client -> offices.calendar(client, asOf)).orElse(ours));
    }

    private synchronized Thresholds thresholds(Case filed) {
        return thresholds.computeIfAbsent(filed, each -> policy.thresholds().apply(person(each)));
    }

    private Policy.Person person(Case filed) {
        Optional<Address> wrote =
                filed.turns().reversed().stream()
                        .map(Turn::message)
                        .filter(message -> message.direction() == Direction.FROM_CLIENT)
                        .flatMap(message -> message.headers().author().stream())
                        .findFirst();
        return new Policy.Person(filed.client(), wrote.or(() -> addressee(filed)));
    }

    private Optional<Address> addressee(Case filed) {
        return filed.turns().stream()
                .flatMap(turn -> turn.message().headers().to().stream())
                .filter(address -> !filing.history().us().isOurs(address))
                .findFirst();
    }

    private synchronized Baseline baseline(Client client, Docket docket, Setting setting) {
        if (!docket.isSettled(client.id())) {
            return passing(client.id(), docket, setting);
        }
        Learned learned = new Learned(client.id(), setting.theirs());
        Baseline known = baselines.get(learned);
        if (known == null) {
            known = norm(client.id(), wholeDocket(), setting);
            baselines.put(learned, known);
        }
        return known;
    }

    /// The norm of a client by the cases of one docket; the very same one for the very same cases.
    private Baseline passing(ClientId client, Docket docket, Setting setting) {
        Passing known = passing.get(client);
        if (known == null || !known.isOf(docket.of(client), setting)) {
            known = new Passing(docket.of(client), setting.theirs(), norm(client, docket, setting));
            passing.put(client, known);
        }
        return known.norm();
    }

    private Baseline norm(ClientId client, Docket docket, Setting setting) {
        return Baseline.of(docket.of(client), filing.history().us(), setting.theirs());
    }

    private Docket wholeDocket() {
        Docket all = whole.orElseGet(() -> filing.asOf(Instant.MAX));
        whole = Optional.of(all);
        return all;
    }
}
