package io.fraywatch.server.flags;

import io.fraywatch.mail.Client;
import io.fraywatch.server.web.Notice;
import io.fraywatch.server.web.Words;
import io.fraywatch.sync.Finding;
import java.time.LocalDate;
import java.util.List;

/// What today's page shows.
///
/// @param day the day it speaks of, for the date field
/// @param dayWords the same in words
/// @param past whether it is another day than today
/// @param looked what was looked at, in words
/// @param notices what the user must know first; mostly empty
public record TodayPage(
        String day,
        String dayWords,
        boolean past,
        List<Card> cards,
        Looked looked,
        List<Notice> notices) {
    /// What was looked at.
    ///
    /// @param conversations "1,204 conversations"
    /// @param clients "14 clients"
    /// @param newest when the newest mail came, in words; empty when there is none
    public record Looked(String conversations, String clients, String newest) {}

    /// One conversation at risk.
    ///
    /// @param conversation its id, for the link
    /// @param since when the first of its signals began, in words
    public record Card(
            String conversation,
            String client,
            String subject,
            String level,
            String since,
            String ago,
            String sinceIso,
            List<Cause> causes) {}

    /// One thing that goes wrong in it.
    ///
    /// @param flag its id, for what the user says of it
    public record Cause(
            String flag, String title, String why, String advice, List<String> quotes) {}

    static TodayPage of(
            List<Finding> findings,
            Looked looked,
            List<Notice> notices,
            Words words,
            LocalDate today) {
        LocalDate day = words.now().atZone(words.zone()).toLocalDate();
        return new TodayPage(
                day.toString(),
                Words.day(day),
                !day.equals(today),
                findings.stream().map(finding -> card(finding, words)).toList(),
                looked,
                notices);
    }

    private static Card card(Finding finding, Words words) {
        var since =
                finding.reasons().stream()
                        .map(reason -> reason.signal().since())
                        .min(java.util.Comparator.naturalOrder())
                        .orElse(finding.assessment().since());
        return new Card(
                finding.conversation().id().toString(),
                finding.conversation().client().map(Client::name).orElse("No client"),
                finding.conversation().subject(),
                finding.assessment().level().key(),
                words.day(since),
                words.ago(since),
                since.toString(),
                finding.reasons().stream().map(reason -> cause(finding, reason)).toList());
    }

    private static Cause cause(Finding finding, Finding.Reason reason) {
        return new Cause(
                finding.flagOf(reason).value(),
                reason.title(),
                reason.why(),
                reason.advice(),
                reason.quotes().stream().map(Finding.Quote::text).toList());
    }
}
