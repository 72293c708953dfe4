package io.fraywatch.thread;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.Subjects;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How well a reply without headers fits an earlier mail of its subject, the weakest first.
///
/// The certainties are shares of right guesses as `scripts/eval parse threads` measures them.
enum Likeness {
    /// They have somebody in common besides us.
    COMPANY(0.75),
    /// One of them goes to who wrote the other.
    ANSWER(0.83),
    /// The reply quotes the other's own words.
    QUOTE(0.96);

    private static final double QUOTED = 0.5;

    private final double certainty;

    Likeness(double certainty) {
        this.certainty = certainty;
    }

    /// The chance that both are of one conversation, when no other conversation fits as well.
    double certainty() {
        return certainty;
    }

    /// Empty where nothing but the subject speaks for it.
    static Optional<Likeness> of(Identity us, Message reply, Message earlier) {
        if (earlier.traces().quotedIn(reply.traces()) >= QUOTED) {
            return Optional.of(QUOTE);
        }
        if (!Subjects.isReply(reply.headers().subject())) {
            return Optional.empty();
        }
        Set<String> there = people(us, earlier);
        if (Collections.disjoint(people(us, reply), there)) {
            return Optional.empty();
        }
        return Optional.of(reaches(reply, earlier) || reaches(earlier, reply) ? ANSWER : COMPANY);
    }

    /// Whether one goes to the author of the other.
    private static boolean reaches(Message one, Message other) {
        return other.headers().author().stream()
                .map(Address::withoutTag)
                .anyMatch(author ->
                        Stream.concat(one.headers().to().stream(), one.headers().cc().stream())
                                .map(Address::withoutTag)
                                .anyMatch(author::equals));
    }

    /// Who takes part besides us, by addresses without their tags.
    private static Set<String> people(Identity us, Message message) {
        Set<String> people = new HashSet<>();
        Stream.of(
                        message.headers().author().stream(),
                        message.headers().from().stream(),
                        message.headers().to().stream(),
                        message.headers().cc().stream())
                .flatMap(each -> each)
                .filter(address -> !us.isOurs(address))
                .map(Address::withoutTag)
                .forEach(people::add);
        return people;
    }
}
