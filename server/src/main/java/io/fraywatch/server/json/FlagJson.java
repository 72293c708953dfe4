package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.MeasuredPrecision;
import io.fraywatch.mail.Client;
import io.fraywatch.sync.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One conversation as `flags` and `explain` show it.
///
/// @param client the client's id
/// @param score 0 to 100
/// @param since from when on the state holds
/// @param misses only in an explanation: what nearly held, nearest first
/// @param norms only in an explanation: what is usual for the client beside what is here
/// @param hours only in an explanation of a client's conversation: when they work, as judged by
/// @param embeddings only in an explanation: the embedding model its mails were read with; left out
///   without one
/// @param notes what the user wrote about it by hand; only where there is something
@JsonPropertyOrder({
    "v",
    "flag",
    "conversation",
    "client",
    "subject",
    "score",
    "level",
    "state",
    "since",
    "terms",
    "signals",
    "misses",
    "hours",
    "norms",
    "embeddings",
    "notes"
})
public record FlagJson(
        int v,
        String flag,
        String conversation,
        Optional<String> client,
        String subject,
        int score,
        String level,
        String state,
        String since,
        List<Term> terms,
        List<Signal> signals,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Miss>> misses,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<HoursJson> hours,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Norm>> norms,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> embeddings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NoteJson> notes) {
    /// One named part of the score, in log-odds.
    @JsonPropertyOrder({"name", "weight"})
    public record Term(String name, double weight) {}

    /// One thing that goes wrong.
    ///
    /// @param unless what would have to differ for it not to hold
    /// @param norm what is usual for the client beside what is here; left out where its kind has
    ///   none
    /// @param flag the flag it raises, for `flags --right` and the like
    @JsonPropertyOrder({
        "kind",
        "since",
        "why",
        "numbers",
        "evidence",
        "flag",
        "unless",
        "precision",
        "norm"
    })
    public record Signal(
            String flag,
            String kind,
            String since,
            String why,
            Map<String, Double> numbers,
            List<Evidence> evidence,
            String unless,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Precision> precision,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Norm> norm) {}

    /// How often its rule was right where it spoke, as measured; left out where it isn't.
    @JsonPropertyOrder({"value", "low", "high", "sentences"})
    public record Precision(double value, double low, double high, int sentences) {}

    /// The words it rests on, counted in the new text of the mail.
    @JsonPropertyOrder({"messageId", "quote", "start", "end"})
    public record Evidence(String messageId, String quote, int start, int end) {}

    /// What is usual for the client beside what is here, in words.
    ///
    /// @param about the kind of signal it decides on
    /// @param known false where too little is known; `usual` says how much it takes
    @JsonPropertyOrder({"about", "known", "usual", "here"})
    public record Norm(String about, boolean known, String usual, String here) {
        static Norm of(io.fraywatch.analyze.Norm norm) {
            return new Norm(norm.about(), norm.known(), norm.usual(), norm.here());
        }
    }

    /// Something that nearly held.
    @JsonPropertyOrder({"kind", "why"})
    public record Miss(String kind, String why) {}

    /// As the list of what is at risk shows it.
    public static FlagJson of(Finding finding) {
        return of(finding, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// With what nearly held.
    public static FlagJson explained(Finding finding) {
        return explained(finding, Optional.empty());
    }

    /// With what nearly held.
    ///
    /// @param model the embedding model its mails were read with
    public static FlagJson explained(Finding finding, Optional<String> model) {
        return of(
                finding,
                Optional.of(
                        finding.assessment().misses().stream()
                                .map(miss -> new Miss(miss.kind(), miss.why()))
                                .toList()),
                finding.theirs().map(HoursJson::of),
                Optional.of(finding.norms().stream().map(Norm::of).toList()),
                model);
    }

    private static FlagJson of(
            Finding finding,
            Optional<List<Miss>> misses,
            Optional<HoursJson> hours,
            Optional<List<Norm>> norms,
            Optional<String> embeddings) {
        Assessment assessment = finding.assessment();
        return new FlagJson(
                Json.VERSION,
                finding.flag().toString(),
                finding.conversation().id().toString(),
                finding.conversation().client().map(Client::id).map(Object::toString),
                finding.conversation().subject(),
                assessment.score(),
                assessment.level().key(),
                assessment.state().key(),
                assessment.since().toString(),
                assessment.terms().stream()
                        .map(term -> new Term(term.name(), term.weight()))
                        .toList(),
                finding.reasons().stream().map(reason -> signal(finding, reason)).toList(),
                misses,
                hours,
                norms,
                embeddings,
                NoteJson.all(finding.conversation().notes()));
    }

    private static Signal signal(Finding finding, Finding.Reason reason) {
        return new Signal(
                finding.flagOf(reason).toString(),
                reason.kind(),
                reason.signal().since().toString(),
                reason.why(),
                reason.numbers(),
                reason.quotes().stream().map(FlagJson::evidence).toList(),
                finding.unless(reason),
                MeasuredPrecision.of(reason.kind())
                        .map(measured ->
                                new Precision(
                                        measured.value(),
                                        measured.low(),
                                        measured.high(),
                                        measured.sentences())),
                finding.norm(reason).map(Norm::of));
    }

    private static Evidence evidence(Finding.Quote quote) {
        return new Evidence(
                quote.messageId(), quote.text(), quote.evidence().start(), quote.evidence().end());
    }
}
