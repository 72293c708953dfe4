package io.fraywatch.thread;

import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who answers whom among mails and among those that are only spoken of (ghosts), after Jamie
/// Zawinski's algorithm.
///
/// In-Reply-To goes before References; what a mail says of itself goes before what others say of
/// it. Loops are broken at the earliest mail in them.
final class Forest {
    private static final int NONE = -1;
    private static final int FARTHEST = 10_000;

    private final List<Message> messages;
    private final Map<MessageId, Integer> nodes = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();
    private final UnionFind trees = new UnionFind();

    /// @param messages oldest first; the number of a mail is its place in this list
    Forest(List<Message> messages) {
        this.messages = messages;
        for (int i = 0; i < messages.size(); i++) {
            int node = node();
            messages.get(i).headers().messageId().ifPresent(id -> nodes.putIfAbsent(id, node));
        }
        for (int i = messages.size() - 1; i >= 0; i--) {
            hang(i);
        }
        for (Message message : messages) {
            hangGhosts(message.headers());
        }
    }

    private int node() {
        parents.add(NONE);
        return trees.add();
    }

    private int nodeOf(MessageId id) {
        Integer known = nodes.get(id);
        if (known == null) {
            known = node();
            nodes.put(id, known);
        }
        return known;
    }

    private void hang(int message) {
        Headers headers = messages.get(message).headers();
        List<MessageId> direct = new ArrayList<>(headers.inReplyTo());
        if (!headers.references().isEmpty()) {
            direct.add(headers.references().getLast());
        }
        for (MessageId id : direct) {
            Integer parent = nodes.get(id);
            if (parent != null && parent < messages.size() && link(message, parent)) {
                return;
            }
        }
        Set<MessageId> all = new LinkedHashSet<>(headers.inReplyTo());
        all.addAll(headers.references().reversed());
        for (MessageId id : all) {
            if (link(message, nodeOf(id))) {
                return;
            }
        }
    }

    /// Believes a mail's References about mails that aren't here and can't speak for themselves.
    private void hangGhosts(Headers headers) {
        List<MessageId> chain = new ArrayList<>(headers.references());
        headers.inReplyTo().stream().limit(1).filter(id -> !chain.contains(id)).forEach(chain::add);
        for (int i = 1; i < chain.size(); i++) {
            int child = nodeOf(chain.get(i));
            if (child >= messages.size() && parents.get(child) == NONE) {
                link(child, nodeOf(chain.get(i - 1)));
            }
        }
    }

    private boolean link(int child, int parent) {
        if (trees.find(child) == trees.find(parent)) {
            return false;
        }
        parents.set(child, parent);
        trees.join(child, parent);
        return true;
    }

    /// The mail or ghost that one answers, or a negative number.
    int parentNode(int node) {
        return parents.get(node);
    }

    /// How many mails and ghosts there are.
    int size() {
        return parents.size();
    }

    /// The nearest mail that is here and which this one answers, directly or over ghosts.
    Optional<Message> parent(int message) {
        int at = parents.get(message);
        for (int steps = 0; at >= messages.size() && steps < FARTHEST; steps++) {
            at = parents.get(at);
        }
        return at >= 0 && at < messages.size() ? Optional.of(messages.get(at)) : Optional.empty();
    }

    /// What a mail began with, by its own word and that of the mails it names: the identity of its
    /// topmost ancestor. Mails that come later and mention it don't change this.
    String origin(int message) {
        Set<Integer> seen = new HashSet<>();
        int at = message;
        while (seen.add(at)) {
            Message here = messages.get(at);
            Optional<MessageId> first = firstAncestor(here.headers());
            if (first.isEmpty()) {
                return identity(here);
            }
            Integer up = nodes.get(first.get());
            if (up == null || up >= messages.size()) {
                return "message " + first.get();
            }
            at = up;
        }
        return identity(messages.get(seen.stream().min(Integer::compare).orElse(message)));
    }

    private static Optional<MessageId> firstAncestor(Headers headers) {
        for (List<MessageId> ids : List.of(headers.references(), headers.inReplyTo())) {
            for (MessageId id : ids) {
                if (!headers.messageId().equals(Optional.of(id))) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }

    private static String identity(Message message) {
        return message.headers()
                .messageId()
                .map(id -> "message " + id)
                .orElse("mail " + message.id());
    }
}
