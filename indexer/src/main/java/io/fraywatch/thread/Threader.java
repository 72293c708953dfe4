package io.fraywatch.thread;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Decision;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Puts mails into conversations.
///
/// Mails belong together when they name each other, or the same third one, in Message-ID,
/// In-Reply-To and References; when the provider or Outlook says so; and, as a guess marked
/// [Link#SUBJECT], when a reply without any of these fits an earlier mail ([SubjectRule]). What the
/// user decided goes before all of it. The result depends on the set of mails only, not on their
/// order.
public final class Threader {
    static final Comparator<Message> BY_TIME =
            Comparator.comparing(Message::sentAt).thenComparing(Message::id);

    private final Identity us;
    private final List<Decision> decisions;

    /// @param us whose mailbox it is: that both mails went to us says nothing about their belonging
    ///   together
    public Threader(Identity us) {
        this(us, List.of());
    }

    /// @param decisions the user's, in the order they were made
    public Threader(Identity us, List<Decision> decisions) {
        this.us = us;
        this.decisions = List.copyOf(decisions);
    }

    /// Returns the conversations these mails make, the one with the oldest mail first. Of mails
    /// with the same id one counts.
    public List<Threaded> thread(Collection<Message> messages) {
        return thread(messages, (reply, earlier) -> true);
    }

    /// The same, where not every guess is open.
    ///
    /// @param mayAnswer asked for a reply that lost its headers and an earlier mail: whether it may
    ///   be guessed that the one answers the other
    public List<Threaded> thread(
            Collection<Message> messages, BiPredicate<Message, Message> mayAnswer) {
        List<Message> sorted = sortedOnce(messages);
        Forest forest = new Forest(sorted);
        UnionFind byReference = byReference(sorted);
        UnionFind byProvider = byReference.copy();
        joinByProvider(sorted, byProvider);
        Map<Integer, SubjectGuess.Guess> guesses =
                new SubjectGuess(us, sorted, byProvider, open(mayAnswer)).guesses();
        UnionFind all = byProvider.copy();
        guesses.entrySet().removeIf(guess -> !all.join(guess.getKey(), guess.getValue().parent()));
        Parts parts =
                new Parts(
                        sorted,
                        all,
                        node -> {
                            SubjectGuess.Guess guess = guesses.get(node);
                            return guess == null ? forest.parentNode(node) : guess.parent();
                        },
                        forest.size(),
                        decisions);

        Entries entries = new Entries(sorted, forest, byReference, byProvider, guesses, parts);
        Map<Integer, List<Conversation.Entry>> conversations = new LinkedHashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            conversations
                    .computeIfAbsent(parts.find(i), unseen -> new ArrayList<>())
                    .add(entries.of(i));
        }
        return conversations.entrySet().stream()
                .map(each ->
                        new Threaded(
                                idOf(origin(each.getKey(), forest, parts, sorted)),
                                each.getValue()))
                .toList();
    }

    /// Of what the user split off nothing is guessed any more.
    private BiPredicate<Message, Message> open(BiPredicate<Message, Message> mayAnswer) {
        Set<MailId> split = new HashSet<>();
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Split cut -> split.add(cut.mail());
                case Decision.Merge merge -> {}
            }
        }
        return (reply, earlier) -> !split.contains(reply.id()) && mayAnswer.test(reply, earlier);
    }

    private static String origin(int oldest, Forest forest, Parts parts, List<Message> sorted) {
        int head = parts.head(oldest);
        return head < 0 ? forest.origin(oldest) : "split " + sorted.get(head).id();
    }

    private static ConversationId idOf(String origin) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(origin.getBytes(StandardCharsets.UTF_8));
            return new ConversationId(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<Message> sortedOnce(Collection<Message> messages) {
        Map<MailId, Message> once = new TreeMap<>();
        messages.stream()
                .sorted(BY_TIME)
                .forEach(message -> once.putIfAbsent(message.id(), message));
        return once.values().stream().sorted(BY_TIME).toList();
    }

    private static UnionFind byReference(List<Message> sorted) {
        UnionFind sets = new UnionFind();
        Map<MessageId, Integer> ids = new HashMap<>();
        sorted.forEach(message -> sets.add());
        for (int i = 0; i < sorted.size(); i++) {
            joinByReference(i, sorted.get(i).headers(), sets, ids);
        }
        return sets;
    }

    private static void joinByReference(
            int message, Headers headers, UnionFind sets, Map<MessageId, Integer> ids) {
        List<MessageId> named = new ArrayList<>(headers.references());
        named.addAll(headers.inReplyTo());
        headers.messageId().ifPresent(named::add);
        for (MessageId id : named) {
            sets.join(message, ids.computeIfAbsent(id, unseen -> sets.add()));
        }
    }

    private static void joinByProvider(List<Message> sorted, UnionFind sets) {
        Map<String, Integer> firsts = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (String thread : sorted.get(i).headers().threadKeys()) {
                sets.join(i, firsts.computeIfAbsent(thread, unseen -> sets.add()));
            }
        }
    }
}
