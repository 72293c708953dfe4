package io.fraywatch.server.cli;

import io.fraywatch.mail.Client;
import io.fraywatch.server.cli.Retold.Group;
import io.fraywatch.server.cli.Retold.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A back-test in words, tables and bars for people.
final class BacktestText {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int MOST_ALERTS = 40;
    private static final int MOST_GROUPS = 12;
    private static final int LONGEST_BAR = 40;

    private final Console console;

    BacktestText(Console console) {
        this.console = console;
    }

    /// The alerts one by one, counts by signal and client, the weeks, and what it comes to.
    void say(Retold told) {
        alerts(told.alerts());
        if (!told.alerts().isEmpty()) {
            groups("By signal", told.byKind());
            groups("By client", told.byClient());
        }
        weeks(told.weeks(), Map.of());
        console.sayWrapped(0, conclusion(told));
    }

    /// Both configurations week by week, and what the other would change.
    void compare(Retold told, Retold other, Path file) {
        List<Told> missed = told.without(other);
        List<Told> added = other.without(told);
        if (!missed.isEmpty()) {
            console.say(console.terminal().bold("Only now"));
            alerts(missed);
        }
        if (!added.isEmpty()) {
            console.say(console.terminal().bold("Only with " + file.getFileName()));
            alerts(added);
        }
        weeks(told.weeks(), other.weeks());
        console.sayWrapped(0, comparison(told, other, file));
    }

    private void alerts(List<Told> alerts) {
        int room = Math.max(20, console.terminal().width() - 58);
        for (Told each : alerts.subList(0, Math.min(MOST_ALERTS, alerts.size()))) {
            console.say(
                    String.format(
                            Locale.ROOT,
                            "%s  %3d  %-14s  %-18s  %-14s  %s",
                            each.alert().day(),
                            each.alert().score(),
                            each.alert().kind(),
                            Wrapping.shorten(client(each), 18),
                            fate(each),
                            Wrapping.shorten(each.alert().subject(), room)));
        }
        if (alerts.size() > MOST_ALERTS) {
            console.say("… and " + (alerts.size() - MOST_ALERTS) + " more; --json lists them all.");
        }
        console.say("");
    }

    private static String client(Told told) {
        return told.alert().client().map(Client::name).orElse("nobody's");
    }

    /// What became of it, in a few words.
    private static String fate(Told told) {
        return switch (told.fate().ending()) {
            case SILENT, ENDED -> told.lead().map(BacktestText::ahead).orElse("");
            case SETTLED -> "settled";
            case WENT_ON -> "went on";
            case OPEN -> "open still";
        };
    }

    private static String ahead(Duration lead) {
        return lead.isNegative() ? "came too late" : "lost in " + lead.toDays() + " d";
    }

    private void groups(String heading, List<Group> groups) {
        console.say(
                console.terminal()
                        .bold(
                                String.format(
                                        Locale.ROOT,
                                        "%-28s %6s %12s %16s",
                                        heading,
                                        "alerts",
                                        "before loss",
                                        "days ahead (½)")));
        for (Group group : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
            console.say(
                    String.format(
                            Locale.ROOT,
                            "%-28s %6d %12d %16s",
                            Wrapping.shorten(group.name(), 28),
                            group.alerts().size(),
                            group.lost(),
                            group.medianLead().map(lead -> "" + lead.toDays()).orElse("–")));
        }
        if (groups.size() > MOST_GROUPS) {
            console.say("… and " + (groups.size() - MOST_GROUPS) + " more");
        }
        console.say("");
    }

    private void weeks(Map<LocalDate, Long> weeks, Map<LocalDate, Long> others) {
        long most =
                Math.max(
                        1,
                        Math.max(
                                weeks.values().stream().mapToLong(n -> n).max().orElse(1),
                                others.values().stream().mapToLong(n -> n).max().orElse(1)));
        console.say(
                console.terminal()
                        .bold(
                                others.isEmpty()
                                        ? "Alerts by week"
                                        : "Alerts by week, now and then"));
        weeks.forEach((week, alerts) -> {
            console.say(bar(DAY.format(week), alerts, most, "█"));
            Optional.ofNullable(others.get(week))
                    .ifPresent(other -> console.say(bar("", other, most, "░")));
        });
        console.say("");
    }

    private static String bar(String label, long alerts, long most, String block) {
        int length = (int) Math.ceil((double) alerts * Math.min(most, LONGEST_BAR) / most);
        return String.format(Locale.ROOT, "%12s  %s %d", label, block.repeat(length), alerts);
    }

    static String conclusion(Retold told) {
        if (told.alerts().isEmpty()) {
            return "No alert in " + days(told.span().days()) + ".";
        }
        String rate =
                String.format(
                        Locale.ROOT,
                        "%s in %s, %.1f a week, about %s.",
                        count(told.alerts().size(), "alert"),
                        days(told.span().days()),
                        told.perWeek(),
                        count(told.conversations(), "conversation"));
        return rate + " " + lost(told);
    }

    private static String lost(Retold told) {
        if (told.lost() == 0) {
            return "None of them came before a client fell silent for more than 30 days.";
        }
        String half =
                Retold.medianLead(told.alerts())
                        .filter(lead -> !lead.isNegative())
                        .map(lead -> ", half of them " + days(lead.toDays()) + " or more ahead")
                        .orElse("");
        return told.lost()
                + " of them came before a client fell silent in the thread for more than 30 days or never wrote there again"
                + half
                + ".";
    }

    static String comparison(Retold told, Retold other, Path file) {
        List<Told> missed = told.without(other);
        List<Told> added = other.without(told);
        StringBuilder words =
                new StringBuilder("With " + file.getFileName() + " you'd have had ")
                        .append(count(other.alerts().size(), "alert"))
                        .append(" instead of ")
                        .append(told.alerts().size());
        if (missed.isEmpty()) {
            words.append("; you'd miss none of today's");
        } else {
            words.append("; ")
                    .append(Retold.lost(missed))
                    .append(" of the ")
                    .append(missed.size())
                    .append(" you'd miss came before a client fell silent");
        }
        if (!added.isEmpty()) {
            words.append(", and ")
                    .append(Retold.lost(added))
                    .append(" of the ")
                    .append(added.size())
                    .append(" new ones");
            words.append(missed.isEmpty() ? " came before a client fell silent" : " did");
        }
        return words.append(".").toString();
    }

    private static String days(long days) {
        return count(days, "day");
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
