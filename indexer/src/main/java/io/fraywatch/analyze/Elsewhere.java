package io.fraywatch.analyze;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Subjects;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A mail that began another conversation with the same client, and may answer this one: people
/// often write anew instead of replying.
///
/// @param ours whether we wrote it
/// @param people for theirs its author, for ours those it went to; without plus-tags
/// @param words of its subject
record Elsewhere(
        ConversationId conversation,
        Instant at,
        boolean ours,
        Set<String> people,
        Set<String> words) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_WORD = 3;

    Elsewhere {
        people = Set.copyOf(people);
        words = Set.copyOf(words);
    }

    /// @param step the first of its conversation
    static Elsewhere of(ConversationId conversation, Step step) {
        Headers headers = step.message().headers();
        boolean ours = step.type() == Step.Type.OURS;
        Stream<Address> people =
                ours
                        ? Stream.concat(headers.to().stream(), headers.cc().stream())
                        : headers.author().stream();
        return new Elsewhere(
                conversation,
                step.at(),
                ours,
                people.map(Address::withoutTag).collect(Collectors.toSet()),
                words(headers.subject()));
    }

    /// Whether it takes up what was asked between these people under this subject: the person is
    /// the same, and the two subjects have more than half of the shorter one's words in common.
    boolean takesUp(Set<String> askedOrAsking, Set<String> subject) {
        if (people.stream().noneMatch(askedOrAsking::contains)) {
            return false;
        }
        Set<String> common = new HashSet<>(words);
        common.retainAll(subject);
        return 2 * common.size() > Math.min(words.size(), subject.size());
    }

    static Set<String> words(String subject) {
        return NO_WORD.splitAsStream(Subjects.base(subject).toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toUnmodifiableSet());
    }
}
