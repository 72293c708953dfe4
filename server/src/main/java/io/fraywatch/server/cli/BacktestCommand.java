package io.fraywatch.server.cli;

import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.json.AlertJson;
import io.fraywatch.server.json.BacktestJson;
import io.fraywatch.server.json.Json;
import io.fraywatch.server.setup.Setup;
import io.fraywatch.sync.AlertLog;
import io.fraywatch.sync.Policy;
import io.fraywatch.sync.Replay;
import io.fraywatch.sync.Sighting;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Subparser;

/// `backtest`: what would have been flagged, day by day, and with another configuration.
final class BacktestCommand implements Command {
    private static final int USUAL_DAYS = 30;

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("tell history again: what would have been flagged, day by day");
        parser.addArgument("--from")
                .metavar("D")
                .help("the first day (2026-03-01); default 30 days before the last");
        parser.addArgument("--to").metavar("D").help("the last day; default today");
        parser.addArgument("--against")
                .metavar("FILE")
                .help("another configuration, to compare its thresholds and clients with");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        Replay.Span span = span(call, setup);
        Optional<Path> against = call.text("against").map(Path::of);
        Optional<Policy> other =
                against.isPresent()
                        ? Optional.of(
                                new Setup(SettingsFile.read(against.get()), call.clock()).policy())
                        : Optional.empty();
        Replay replay = Replay.open(setup.store(), setup.accounts(), setup.notes());
        Optional<String> mark = other.map(policy -> "this");
        Retold told = tell(replay.by(setup.policy()), span, mark, call.console());
        BacktestText text = new BacktestText(call.console());
        if (other.isPresent()) {
            Retold compared =
                    tell(replay.by(other.get()), span, Optional.of("other"), call.console());
            text.compare(told, compared, against.orElseThrow());
            call.console()
                    .emit(
                            summary(
                                    told,
                                    replay,
                                    Optional.of(against(told, compared, against.orElseThrow()))));
        } else {
            text.say(told);
            call.console().emit(summary(told, replay, Optional.empty()));
        }
        return Exit.DONE;
    }

    private static Replay.Span span(Call call, Setup setup) throws Failure {
        LocalDate today = LocalDate.now(call.clock().withZone(setup.zone()));
        LocalDate to = day(call, "to").orElse(today);
        LocalDate from = day(call, "from").orElse(to.minusDays(USUAL_DAYS - 1L));
        if (to.isBefore(from)) {
            throw new Failure(
                    Exit.USAGE,
                    "the last day, " + to + ", comes before the first, " + from + "; swap them");
        }
        if (to.isAfter(today)) {
            throw new Failure(
                    Exit.USAGE,
                    to + " hasn't come yet; a back-test ends today, " + today + ", at the latest");
        }
        return new Replay.Span(from, to, setup.settings().digestOrDefault().time());
    }

    private static Optional<LocalDate> day(Call call, String option) throws Failure {
        try {
            return call.text(option).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new Failure(
                    Exit.USAGE,
                    "'" + call.required(option) + "' isn't a day; write it as 2026-03-15");
        }
    }

    private static Retold tell(
            Replay.Telling telling, Replay.Span span, Optional<String> mark, Console console) {
        AlertLog log = new AlertLog(span.from(), alert -> console.emit(AlertJson.of(alert, mark)));
        try (DayProgress progress = new DayProgress(console, span)) {
            telling.tell(
                    span,
                    (day, seen) -> {
                        log.day(day, seen);
                        progress.told(day, log.alerts().size());
                    });
        }
        return new Retold(
                span,
                log.alerts().stream()
                        .map(alert -> new Retold.Told(alert, telling.fateOf(alert)))
                        .toList());
    }

    private static BacktestJson summary(
            Retold told, Replay replay, Optional<BacktestJson.Against> against) {
        return new BacktestJson(
                Json.VERSION,
                new BacktestJson.Summary(
                        told.span().from().toString(),
                        told.span().to().toString(),
                        told.span().at().toString(),
                        told.span().days(),
                        replay.mails(),
                        told.alerts().size(),
                        told.conversations(),
                        rounded(told.perWeek()),
                        told.lost(),
                        told.weeks().entrySet().stream()
                                .map(week ->
                                        new BacktestJson.Week(
                                                week.getKey().toString(), week.getValue()))
                                .toList(),
                        groups(told.byKind()),
                        groups(told.byClient()),
                        told.alerts().stream().map(BacktestCommand::lead).toList(),
                        against));
    }

    private static List<BacktestJson.Group> groups(List<Retold.Group> groups) {
        return groups.stream()
                .map(group ->
                        new BacktestJson.Group(
                                group.name(),
                                group.alerts().size(),
                                group.lost(),
                                group.medianLead().map(Duration::toSeconds)))
                .toList();
    }

    private static BacktestJson.Lead lead(Retold.Told told) {
        Sighting alert = told.alert();
        return new BacktestJson.Lead(
                alert.flag().toString(),
                told.fate().ending().key(),
                told.fate().gone().map(Object::toString),
                told.lead().map(Duration::toSeconds));
    }

    private static BacktestJson.Against against(Retold told, Retold other, Path file) {
        List<Retold.Told> missed = told.without(other);
        List<Retold.Told> added = other.without(told);
        return new BacktestJson.Against(
                file.toString(),
                other.alerts().size(),
                rounded(other.perWeek()),
                other.lost(),
                told.alerts().size() - missed.size(),
                missed.size(),
                Retold.lost(missed),
                added.size(),
                Retold.lost(added));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
