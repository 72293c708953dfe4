package io.fraywatch.thread;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Link;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts mails into conversations.
///
/// Mails belong together when they name each other, or the same third one, in Message-ID,
/// In-Reply-To and References; when the provider says so; and, as a guess marked [Link#SUBJECT],
/// when a reply without any of these fits an earlier mail ([SubjectGuess]). The result depends on
/// the set of mails only, not on their order.
public final class Threader {
    private static final Comparator<Message> BY_TIME =
            Comparator.comparing(Message::sentAt).thenComparing(Message::id);

    private final Identity us;

    /// @param us whose mailbox it is: that both mails went to us says nothing about their belonging
    ///   together
    public Threader(Identity us) {
        this.us = us;
    }

    /// Returns the conversations these mails make, the one with the oldest mail first. Of mails
    /// with the same id one counts.
    public List<Threaded> thread(Collection<Message> messages) {
        List<Message> sorted = sortedOnce(messages);
        Forest forest = new Forest(sorted);
        UnionFind byReference = new UnionFind();
        Map<MessageId, Integer> ids = new HashMap<>();
        sorted.forEach(message -> byReference.add());
        for (int i = 0; i < sorted.size(); i++) {
            joinByReference(i, sorted.get(i).headers(), byReference, ids);
        }
        UnionFind byProvider = byReference.copy();
        joinByProvider(sorted, byProvider);
        Map<Integer, Integer> guessed = new SubjectGuess(us, sorted).parents(byProvider);
        UnionFind all = byProvider.copy();
        guessed.forEach(all::join);

        Map<Integer, List<Conversation.Entry>> conversations = new LinkedHashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            Integer guess = guessed.get(i);
            Link link = guess == null ? linkOf(i, byReference, byProvider) : Link.SUBJECT;
            Optional<Message> parent =
                    guess == null ? forest.parent(i) : Optional.of(sorted.get(all.find(i)));
            Conversation.Entry entry =
                    new Conversation.Entry(
                            sorted.get(i),
                            parent.map(Message::id),
                            all.find(i) == i ? Link.ROOT : link);
            conversations.computeIfAbsent(all.find(i), unseen -> new ArrayList<>()).add(entry);
        }
        return conversations.entrySet().stream()
                .map(each -> new Threaded(idOf(forest.origin(each.getKey())), each.getValue()))
                .toList();
    }

    /// A set's number is that of its oldest mail: the one that was brought in by the wider kind of
    /// joining.
    private static Link linkOf(int message, UnionFind byReference, UnionFind byProvider) {
        if (byReference.find(message) != message) {
            return Link.REFERENCE;
        }
        return byProvider.find(message) == message ? Link.SUBJECT : Link.PROVIDER;
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
            Optional<String> thread = sorted.get(i).headers().providerThread();
            if (thread.isPresent()) {
                sets.join(i, firsts.computeIfAbsent(thread.get(), unseen -> sets.add()));
            }
        }
    }
}
