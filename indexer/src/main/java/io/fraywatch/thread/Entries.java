package io.fraywatch.thread;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells of each mail how it came into its conversation. What came by a guess hangs under the
/// oldest mail, since which one it answers isn't known.
final class Entries {
    private static final double PROVIDER_CERTAINTY = 0.98;

    private final List<Message> messages;
    private final Forest forest;
    private final UnionFind byReference;
    private final UnionFind byProvider;
    private final Map<Integer, SubjectGuess.Guess> guesses;
    private final Map<Integer, Double> certainties = new HashMap<>();
    private final Parts parts;

    Entries(
            List<Message> messages,
            Forest forest,
            UnionFind byReference,
            UnionFind byProvider,
            Map<Integer, SubjectGuess.Guess> guesses,
            Parts parts) {
        this.messages = messages;
        this.forest = forest;
        this.byReference = byReference;
        this.byProvider = byProvider;
        this.guesses = guesses;
        this.parts = parts;
        guesses.forEach((reply, guess) ->
                certainties.merge(byProvider.find(reply), guess.certainty(), Math::min));
    }

    /// @param message its place
    Conversation.Entry of(int message) {
        boolean cut = parts.head(message) == message;
        if (parts.find(message) == message) {
            return entry(message, cut ? Optional.empty() : parent(message), Link.ROOT, 1);
        }
        if (cut) {
            return entry(message, Optional.empty(), Link.HAND, 1);
        }
        SubjectGuess.Guess guess = guesses.get(message);
        if (guess != null) {
            return entry(
                    message,
                    Optional.of(messages.get(parts.find(message)).id()),
                    Link.SUBJECT,
                    guess.certainty());
        }
        if (byReference.find(message) != message) {
            return entry(message, parent(message), Link.REFERENCE, 1);
        }
        if (byProvider.find(message) != message) {
            return entry(message, parent(message), Link.PROVIDER, PROVIDER_CERTAINTY);
        }
        Double certainty = certainties.get(message);
        return certainty == null
                ? entry(message, parent(message), Link.HAND, 1)
                : entry(message, parent(message), Link.SUBJECT, certainty);
    }

    private Optional<MailId> parent(int message) {
        return forest.parent(message).map(Message::id);
    }

    private Conversation.Entry entry(
            int message, Optional<MailId> parent, Link link, double certainty) {
        return new Conversation.Entry(messages.get(message), parent, link, certainty);
    }
}
