package io.fraywatch.thread;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.Subjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Guesses what a reply answers that lost its In-Reply-To and References: the nearest earlier mail
/// with the same telling subject and somebody in common besides us, at most 14 days before.
final class SubjectGuess {
    private static final Duration REACH = Duration.ofDays(14);
    private static final int MOST_LOOKED_AT = 200;
    private static final int SHORTEST = 4;
    private static final Set<String> SAYS_NOTHING =
            Set.of(
                    Pattern.compile(",\\s+")
                            .split(
                                    """
                                    hello, question, update, test, testing, help, urgent, info, news, thanks,
                                    thank you, status, hallo, frage, anfrage, hola, bonjour, ciao, no subject,
                                    (no subject), kein betreff, (kein betreff), sans objet, (sans objet), sin asunto,
                                    (sin asunto), none, (none), untitled, mail, message, request
                                    """
                                            .strip()));

    private final Identity us;
    private final List<Message> messages;

    /// @param messages oldest first
    SubjectGuess(Identity us, List<Message> messages) {
        this.us = us;
        this.messages = messages;
    }

    /// Returns, by their places in the list, what such replies answer.
    ///
    /// @param joined what belongs together already
    Map<Integer, Integer> parents(UnionFind joined) {
        Map<String, List<Integer>> bySubject = lostReplies();
        for (int i = 0; !bySubject.isEmpty() && i < messages.size(); i++) {
            bySubject
                    .getOrDefault(
                            Subjects.base(messages.get(i).headers().subject()), new ArrayList<>())
                    .add(i);
        }
        Map<Integer, Integer> parents = new TreeMap<>();
        bySubject.values().forEach(same -> guess(same, joined, parents));
        return parents;
    }

    private Map<String, List<Integer>> lostReplies() {
        Map<String, List<Integer>> bySubject = new HashMap<>();
        for (Message message : messages) {
            if (isLost(message.headers())) {
                String base = Subjects.base(message.headers().subject());
                if (base.length() >= SHORTEST && !SAYS_NOTHING.contains(base)) {
                    bySubject.put(base, new ArrayList<>());
                }
            }
        }
        return bySubject;
    }

    private static boolean isLost(Headers headers) {
        return headers.inReplyTo().isEmpty()
                && headers.references().isEmpty()
                && headers.providerThread().isEmpty()
                && Subjects.isReply(headers.subject());
    }

    private void guess(List<Integer> same, UnionFind joined, Map<Integer, Integer> parents) {
        for (int at = 1; at < same.size(); at++) {
            int reply = same.get(at);
            if (!isLost(messages.get(reply).headers())) {
                continue;
            }
            Set<String> people = peopleBesidesUs(messages.get(reply));
            for (int back = at - 1;
                    back >= Math.max(0, at - MOST_LOOKED_AT) && near(same.get(back), reply);
                    back--) {
                int earlier = same.get(back);
                if (joined.find(earlier) != joined.find(reply)
                        && !Collections.disjoint(people, peopleBesidesUs(messages.get(earlier)))) {
                    parents.put(reply, earlier);
                    break;
                }
            }
        }
    }

    private boolean near(int earlier, int later) {
        Duration between =
                Duration.between(messages.get(earlier).sentAt(), messages.get(later).sentAt());
        return between.compareTo(REACH) <= 0;
    }

    private Set<String> peopleBesidesUs(Message message) {
        Headers headers = message.headers();
        Set<String> people = new HashSet<>();
        Stream.of(
                        headers.author().stream(),
                        headers.from().stream(),
                        headers.to().stream(),
                        headers.cc().stream())
                .flatMap(each -> each)
                .filter(address -> !us.isOurs(address))
                .map(Address::withoutTag)
                .forEach(people::add);
        return people;
    }
}
