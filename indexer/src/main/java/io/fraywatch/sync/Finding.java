package io.fraywatch.sync;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Evidence;
import io.fraywatch.analyze.Norm;
import io.fraywatch.analyze.Signal;
import io.fraywatch.analyze.Unless;
import io.fraywatch.flags.FlagId;
import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.people.Whereabouts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One conversation with its assessment, ready to be shown.
///
/// @param flag the flag of its heaviest signal; for a conversation without a signal, of its first
///   mail
/// @param theirs where and when the client works; empty when nobody's client takes part
/// @param norms what is usual for the client beside what this conversation shows
/// @param reasons one per signal, heaviest first
public record Finding(
        FlagId flag,
        AccountName account,
        Conversation conversation,
        Assessment assessment,
        Optional<Whereabouts> theirs,
        List<Norm> norms,
        List<Reason> reasons) {
    public Finding {
        norms = List.copyOf(norms);
        reasons = List.copyOf(reasons);
    }

    /// The flag of one of its reasons.
    public FlagId flagOf(Reason reason) {
        return FlagId.of(account, reason.kind(), reason.signal().anchor());
    }

    /// The client's norm beside one of its reasons; empty where that kind of signal has none.
    public Optional<Norm> norm(Reason reason) {
        return norms.stream().filter(norm -> norm.about().equals(reason.kind())).findFirst();
    }

    /// What would have to differ for one of its reasons not to hold, as a sentence.
    public String unless(Reason reason) {
        return Unless.of(
                reason.signal(), conversation.client().map(Client::name).orElse("the client"));
    }

    /// A signal in words.
    ///
    /// @param kind its name in JSON, such as `chasedInVain`
    /// @param title a few words for a heading: "Chased in vain"
    /// @param why a sentence with the numbers of this case and the client's norm
    /// @param advice what to do about it, a sentence or two
    /// @param numbers the figures behind `why`; durations in seconds of business time
    public record Reason(
            Signal signal,
            String kind,
            String title,
            String why,
            String advice,
            Map<String, Double> numbers,
            List<Quote> quotes) {
        public Reason {
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
            quotes = List.copyOf(quotes);
        }
    }

    /// Evidence with its words.
    ///
    /// @param messageId the mail's Message-ID; its id with us where it has none
    public record Quote(Evidence evidence, String messageId, String text) {}
}
