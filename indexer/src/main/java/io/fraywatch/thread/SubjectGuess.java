package io.fraywatch.thread;

import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Guesses what a reply answers that lost its In-Reply-To and References.
///
/// Of the mails that [SubjectRule] lets in, one that the reply quotes goes first, then the nearest.
/// Nothing is guessed when mails of several conversations fit equally well: a wrong guess ties two
/// conversations together. What begins with a reply lost its beginning, and may well be of the same
/// conversation as others that fit.
final class SubjectGuess {
    private final Identity us;
    private final List<Message> messages;
    private final UnionFind joined;
    private final BiPredicate<Message, Message> mayAnswer;

    /// What a reply seems to answer.
    ///
    /// @param parent the place of that mail in the list
    /// @param certainty the chance that both are of one conversation
    record Guess(int parent, double certainty) {}

    /// A mail that fits.
    private record Candidate(int place, Likeness likeness) {}

    /// @param messages oldest first
    /// @param joined what belongs together already
    /// @param mayAnswer asked for a reply and an earlier mail: whether the guess is open at all
    SubjectGuess(
            Identity us,
            List<Message> messages,
            UnionFind joined,
            BiPredicate<Message, Message> mayAnswer) {
        this.us = us;
        this.messages = messages;
        this.joined = joined;
        this.mayAnswer = mayAnswer;
    }

    /// Returns, by their places in the list, what such replies answer.
    Map<Integer, Guess> guesses() {
        Map<String, List<Integer>> bySubject = lostReplies();
        for (int i = 0; !bySubject.isEmpty() && i < messages.size(); i++) {
            int place = i;
            SubjectRule.tellingSubject(messages.get(i).headers())
                    .map(bySubject::get)
                    .ifPresent(same -> same.add(place));
        }
        Map<Integer, Guess> guesses = new TreeMap<>();
        bySubject.values().forEach(same -> guess(same, guesses));
        return guesses;
    }

    private Map<String, List<Integer>> lostReplies() {
        Map<String, List<Integer>> bySubject = new HashMap<>();
        for (Message message : messages) {
            if (message.isLostReply()) {
                SubjectRule.tellingSubject(message.headers())
                        .ifPresent(base -> bySubject.put(base, new ArrayList<>()));
            }
        }
        return bySubject;
    }

    private void guess(List<Integer> same, Map<Integer, Guess> guesses) {
        for (int at = 1; at < same.size(); at++) {
            int reply = same.get(at);
            if (messages.get(reply).isLostReply()) {
                best(candidates(reply, same.subList(0, at)))
                        .ifPresent(guess -> guesses.put(reply, guess));
            }
        }
    }

    /// The nearest first; none where there are too many.
    private List<Candidate> candidates(int reply, List<Integer> earlier) {
        Message lost = messages.get(reply);
        List<Candidate> candidates = new ArrayList<>();
        int known = 0;
        for (int place : earlier.reversed()) {
            Message message = messages.get(place);
            if (!SubjectRule.isNear(message, lost)) {
                break;
            }
            if (++known > SubjectRule.MOST_CANDIDATES) {
                return List.of();
            }
            if (joined.find(place) != joined.find(reply) && mayAnswer.test(lost, message)) {
                Likeness.of(us, lost, message)
                        .ifPresent(likeness -> candidates.add(new Candidate(place, likeness)));
            }
        }
        return candidates;
    }

    private Optional<Guess> best(List<Candidate> candidates) {
        Optional<Likeness> best =
                candidates.stream().map(Candidate::likeness).max(Likeness::compareTo);
        List<Candidate> fitting =
                candidates.stream()
                        .filter(candidate -> Optional.of(candidate.likeness()).equals(best))
                        .toList();
        Set<Integer> rivals = new HashSet<>();
        for (Candidate candidate : fitting) {
            int oldest = joined.find(candidate.place());
            if (!Subjects.isReply(messages.get(oldest).headers().subject())) {
                rivals.add(oldest);
            }
        }
        if (fitting.isEmpty() || rivals.size() > 1) {
            return Optional.empty();
        }
        Candidate nearest = fitting.getFirst();
        return Optional.of(new Guess(nearest.place(), nearest.likeness().certainty()));
    }
}
