package io.fraywatch.sync;

import io.fraywatch.analyze.Analyzer;
import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Baseline;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Norm;
import io.fraywatch.analyze.Setting;
import io.fraywatch.analyze.Turn;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.Direction;
import io.fraywatch.people.Whereabouts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private Optional<Docket> whole = Optional.empty();

    /// Whose norm, reckoned by which working hours of theirs.
    private record Learned(ClientId client, WorkCalendar hours) {}

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

    /// Whether the user should hear of it.
    boolean flags(Case filed, Assessment assessment) {
        return !assessment.signals().isEmpty()
                && assessment.score() >= policy.thresholds().apply(person(filed)).minScore();
    }

    /// Where and when the case's client works, by the mail there was by then.
    synchronized Optional<Whereabouts> whereabouts(Case filed, Instant asOf) {
        return filed.client().map(client -> offices.of(client, asOf));
    }

    private synchronized Setting setting(Case filed, Instant asOf) {
        WorkCalendar ours = policy.calendars().ours(account);
        return new Setting(
                filing.history().us(),
                policy.thresholds().apply(person(filed)),
                ours,
                filed.client().map(client -> offices.calendar(client, asOf)).orElse(ours));
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
            return docket.baseline(client.id(), id -> norm(id, docket, setting));
        }
        Learned learned = new Learned(client.id(), setting.theirs());
        Baseline known = baselines.get(learned);
        if (known == null) {
            known = norm(client.id(), wholeDocket(), setting);
            baselines.put(learned, known);
        }
        return known;
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
