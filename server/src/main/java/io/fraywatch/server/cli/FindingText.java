package io.fraywatch.server.cli;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.MeasuredPrecision;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Note;
import io.fraywatch.sync.Finding;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A finding in words for people.
final class FindingText {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private final Console console;
    private final Terminal terminal;
    private final ZoneId zone;

    FindingText(Console console, ZoneId zone) {
        this.console = console;
        this.terminal = console.terminal();
        this.zone = zone;
    }

    /// Heading, reasons with their quotes, and advice.
    void say(Finding finding) {
        Assessment assessment = finding.assessment();
        String client = finding.conversation().client().map(Client::name).orElse("nobody's client");
        console.say(
                level(assessment)
                        + "  "
                        + terminal.bold(Wrapping.printable(client))
                        + ": "
                        + Wrapping.shorten(
                                finding.conversation().subject(),
                                terminal.width() - client.length() - 14));
        for (Finding.Reason reason : finding.reasons()) {
            console.sayWrapped(4, reason.title() + ". " + reason.why());
            reason.quotes()
                    .forEach(quote ->
                            console.sayWrapped(6, "“" + Wrapping.shorten(quote.text(), 300) + "”"));
            console.sayWrapped(4, "→ " + reason.advice());
            console.say(terminal.dim("      Flag " + finding.flagOf(reason)));
        }
        console.say(
                terminal.dim(
                        "    "
                                + standing(assessment)
                                + "Conversation "
                                + finding.conversation().id()
                                + "."));
        console.say("");
    }

    /// What was noted by hand, when the client works, for each reason what would undo it and how
    /// sure its rule is, the terms of the score and what nearly held.
    void sayWhy(Finding finding) {
        finding.conversation().notes().forEach(note -> console.sayWrapped(4, line(note)));
        finding.theirs().ifPresent(where -> console.sayWrapped(4, "their hours: " + where.words()));
        finding.norms().forEach(norm -> console.sayWrapped(4, norm.sentence()));
        for (Finding.Reason reason : finding.reasons()) {
            console.sayWrapped(
                    4,
                    reason.title()
                            + ": "
                            + finding.unless(reason)
                            + " "
                            + MeasuredPrecision.inWords(reason.kind()));
        }
        finding.assessment()
                .terms()
                .forEach(term ->
                        console.say(
                                String.format(
                                        Locale.ROOT, "    %+.2f  %s", term.weight(), term.name())));
        finding.assessment()
                .misses()
                .forEach(
                        miss -> console.sayWrapped(4, "nearly " + miss.kind() + ": " + miss.why()));
    }

    /// @param model the embedding model that was asked about its sentences
    void sayReading(String model) {
        console.sayWrapped(4, "its sentences were read with embeddings, too (" + model + ")");
    }

    private String line(Note note) {
        return "note "
                + note.number()
                + ", "
                + WHEN.format(note.at().atZone(zone))
                + note.until().map(day -> ", rests until " + day).orElse("")
                + ": "
                + note.text();
    }

    private String standing(Assessment assessment) {
        String since = " since " + WHEN.format(assessment.since().atZone(zone)) + ". ";
        return switch (assessment.state()) {
            case THEY_OWE -> "Their turn" + since;
            case I_OWE -> "Your turn" + since;
            case CLOSED -> "Closed" + since;
            case PAUSED -> "Paused" + since;
            case NONE -> "";
        };
    }

    private String level(Assessment assessment) {
        String score = String.format(Locale.ROOT, "%3d", assessment.score());
        return switch (assessment.level()) {
            case RED -> terminal.red(score + " red  ");
            case AMBER -> terminal.amber(score + " amber");
            case NONE -> terminal.green(score + " fine ");
        };
    }
}
