package io.fraywatch.analyze;

import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.text.Sentence;
import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import io.fraywatch.mail.Message;
import java.time.Instant;

/// One thing that happened between the client and us, as far as it matters to whose turn it is.
record Step(Type type, Turn turn) {
    enum Type {
        /// We wrote to the client.
        OURS,
        /// The client wrote.
        THEIRS,
        /// Somebody who is neither wrote.
        OTHERS,
        /// The client answered an invitation, or sent one.
        THEIR_MEETING,
        /// We answered an invitation, or sent one.
        OUR_MEETING,
        /// Somebody of theirs is out of office.
        ABSENT,
        /// A mail of ours came back.
        UNDELIVERED
    }

    /// From where on a sentence counts as doing something, where no threshold of the user's own
    /// says otherwise.
    private static final double DOES = 0.6;

    /// Advice as sure as this isn't even a question or a request.
    private static final double LOOKS_LIKE = 1;

    /// From where on trouble is told as lasting or new, rather than as what was.
    private static final double LASTS = 0.9;

    /// From where on they call it settled in words that mean nothing else.
    private static final double PLAINLY = 0.74;

    /// A longer mail does more than thank or promise.
    private static final int BRIEF = 60;

    /// In so few words nothing is answered.
    private static final int FEWEST = 10;

    /// "Thanks" alone is a sign-off.
    private static final int SHORTEST_THANKS = 12;

    /// Shorter sentences are greetings, names and the like.
    private static final int SHORTEST_STATEMENT = 15;

    Message message() {
        return turn.message();
    }

    Instant at() {
        return turn.sentAt();
    }

    /// Whether it wants an answer. What we advise or guess within an answer of ours wants none,
    /// even with a question mark.
    boolean asks() {
        return (type == Type.OURS && mostlyAsks())
                || turn.text().sentences().stream().anyMatch(this::wantsAnswer);
    }

    /// Whether anything in it is put as a question or a request, advice and guesses included.
    boolean putsQuestion() {
        return does(Head.ASK);
    }

    private boolean wantsAnswer(Sentence sentence) {
        return sentence.of(Head.ASK) >= DOES
                && sentence.of(Head.ADVICE) < (type == Type.OURS ? DOES : LOOKS_LIKE);
    }

    /// Whether it does hardly anything but put a question: half its words at least.
    boolean onlyAsks() {
        return turn.text().shows(Courtesy.QUESTION) && mostlyAsks();
    }

    private boolean mostlyAsks() {
        int asking = 0;
        int all = 0;
        for (Sentence sentence : turn.text().sentences()) {
            int length = sentence.end() - sentence.start();
            boolean asks = sentence.of(Head.ASK) >= DOES && sentence.of(Head.ADVICE) < LOOKS_LIKE;
            all += asks || length >= SHORTEST_STATEMENT ? length : 0;
            asking += asks ? length : 0;
        }
        return asking > 0 && 2 * asking >= all;
    }

    boolean troubled() {
        return does(Head.TROUBLE);
    }

    boolean chases() {
        return does(Head.CHASER);
    }

    boolean promises() {
        return does(Head.COMMITMENT);
    }

    /// Promises something to the reader; "thanks, I'll have a look" without a day promises nothing.
    boolean promisesUs() {
        return promises() && (!thanks() || turn.text().promisedDay().isPresent());
    }

    boolean isAway() {
        return does(Head.AWAY);
    }

    /// Says in few words that they are away, and with it that the answer is still to come.
    boolean putsOff() {
        return isAway() && isBrief();
    }

    /// Says that the matter is done, and asks nothing more.
    boolean settles() {
        return !asks() && !troubled() && does(Head.SETTLED);
    }

    /// Says so in words that mean nothing else.
    boolean settlesPlainly() {
        return settles() && !putsQuestion() && does(Head.SETTLED, PLAINLY);
    }

    /// Says that the matter is done, and of trouble only what it was.
    boolean settlesInPassing() {
        return !asks() && turn.text().of(Head.TROUBLE) < LASTS && does(Head.SETTLED);
    }

    /// Thanks, acknowledges, and does nothing else.
    boolean onlyThanks() {
        return !asks() && !promises() && briefThanks();
    }

    /// Thanks in few words, and reports no trouble.
    boolean briefThanks() {
        return !troubled() && isBrief() && thanks();
    }

    /// Thanks in a sentence of its own, not only as a sign-off, or has no room for anything else.
    boolean trulyThanks() {
        return briefThanks()
                && (turn.text().words() <= FEWEST
                        || turn.text().sentences().stream()
                                .anyMatch(s ->
                                        s.of(Head.GRATITUDE) >= DOES
                                                && s.end() - s.start() >= SHORTEST_THANKS));
    }

    /// Ends a longer mail with a sentence of thanks, which is more than a sign-off.
    boolean endsWithThanks() {
        return !troubled()
                && turn.text().sentences().reversed().stream()
                        .filter(s -> s.end() - s.start() >= SHORTEST_THANKS)
                        .findFirst()
                        .filter(s -> s.of(Head.GRATITUDE) >= DOES)
                        .isPresent();
    }

    boolean isBrief() {
        return turn.text().words() <= BRIEF;
    }

    private boolean thanks() {
        return does(Head.GRATITUDE) || turn.text().shows(Courtesy.THANKS);
    }

    /// Pleased, so that an earlier complaint is over.
    boolean content() {
        return !does(Head.UNHAPPY) && (does(Head.GRATITUDE) || does(Head.SETTLED));
    }

    boolean does(Head head) {
        return does(head, DOES);
    }

    private boolean does(Head head, double atLeast) {
        return turn.text().of(head) >= atLeast;
    }
}
