package io.fraywatch.sync;

import io.fraywatch.analyze.Analyzer;
import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Baseline;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Evidence;
import io.fraywatch.analyze.Setting;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.people.Whereabouts;
import io.fraywatch.store.StoreException;
import io.fraywatch.store.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The cases of one account that are open: those in which something is wrong, and those in which
/// something will be from a known instant on should nobody write. All others show nothing until
/// there is new mail, so they needn't be looked at, nor held.
///
/// Good for one state of the mail, the notes and the policy, and for every instant from [#from] on.
/// Safe for many threads.
final class Watch {
    /// An open case with what it takes to judge it.
    ///
    /// @param full the case as it is judged, with the bounces that tell of its mails
    /// @param wakes from when on it may show something; empty where it does already
    record Open(
            Case filed,
            Case full,
            Setting setting,
            Baseline norm,
            Optional<Whereabouts> theirs,
            Optional<Instant> wakes) {
        boolean isDue(Instant asOf) {
            return wakes.filter(asOf::isBefore).isEmpty();
        }
    }

    private final Account account;
    private final Instant from;
    private final List<Open> open;
    private final Analyzer analyzer = new Analyzer();
    private final Map<ConversationId, Conversation> conversations = new ConcurrentHashMap<>();
    private final Map<Evidence, Finding.Quote> quotes = new ConcurrentHashMap<>();

    /// @param from when the cases were judged, all mail and notes being written by then
    Watch(Account account, Instant from, List<Open> open) {
        this.account = account;
        this.from = from;
        this.open = List.copyOf(open);
    }

    /// Whether it can answer for an instant.
    boolean covers(Instant asOf) {
        return !asOf.isBefore(from);
    }

    /// What is at risk as of an instant it covers.
    ///
    /// @param view of the same state of the mail
    List<Finding> findings(View view, Instant asOf) throws StoreException {
        FindingWriter writer = new FindingWriter(account, view, quotes);
        List<Finding> findings = new ArrayList<>();
        for (Open each : open) {
            if (each.isDue(asOf)) {
                Analyzer.Judged judged =
                        analyzer.judge(each.full(), each.norm(), each.setting(), asOf);
                if (tells(judged.assessment(), each.setting())) {
                    findings.add(
                            writer.finding(
                                    conversation(each),
                                    judged.assessment(),
                                    each.theirs(),
                                    judged.norms()));
                }
            }
        }
        return findings;
    }

    private Conversation conversation(Open each) {
        return conversations.computeIfAbsent(
                each.filed().id(), id -> Judgement.conversation(each.filed(), account.identity()));
    }

    /// Whether the user should hear of an assessment.
    static boolean tells(Assessment assessment, Setting setting) {
        return !assessment.signals().isEmpty()
                && assessment.score() >= setting.thresholds().minScore();
    }
}
