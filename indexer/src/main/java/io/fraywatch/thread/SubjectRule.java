package io.fraywatch.thread;

import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.Subjects;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which mails a reply that lost its headers may answer at all: earlier ones with the same telling
/// subject, not long before, not too many of them, and alike ([Likeness]).
public final class SubjectRule {
    /// How long before the reply.
    public static final Duration REACH = Duration.ofDays(14);

    /// How many such mails there may be; a subject that more carry within the reach tells nothing.
    public static final int MOST_CANDIDATES = 100;

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

    private SubjectRule() {}

    /// The base subject of a mail by which others may be found that it belongs to; empty if it
    /// tells nothing.
    public static Optional<String> tellingSubject(Headers headers) {
        String base = Subjects.base(headers.subject());
        return base.length() >= SHORTEST && !SAYS_NOTHING.contains(base)
                ? Optional.of(base)
                : Optional.empty();
    }

    /// Whether a reply was sent within the reach of an earlier mail.
    public static boolean isNear(Message earlier, Message reply) {
        return Duration.between(earlier.sentAt(), reply.sentAt()).compareTo(REACH) <= 0;
    }

    /// Whether a mail goes before another in the order of conversations.
    public static boolean isBefore(Message one, Message other) {
        return Threader.BY_TIME.compare(one, other) < 0;
    }

    /// Whether the two are alike enough for one to answer the other.
    public static boolean areAlike(Identity us, Message reply, Message earlier) {
        return Likeness.of(us, reply, earlier).isPresent();
    }
}
