package io.fraywatch.analyze;

import io.fraywatch.analyze.text.Head;
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
        /// Somebody of theirs is out of office.
        ABSENT,
        /// A mail of ours came back.
        UNDELIVERED
    }

    /// From where on a sentence counts as doing something, where no threshold of the user's own
    /// says otherwise.
    private static final double DOES = 0.6;

    /// A longer mail does more than thank.
    private static final int LONGEST_THANKS = 30;

    Message message() {
        return turn.message();
    }

    Instant at() {
        return turn.sentAt();
    }

    boolean asks() {
        return does(Head.ASK);
    }

    boolean chases() {
        return does(Head.CHASER);
    }

    boolean promises() {
        return does(Head.COMMITMENT);
    }

    /// Says that the matter is done, and asks nothing more.
    boolean settles() {
        return !asks() && does(Head.SETTLED);
    }

    /// Thanks, acknowledges, and does nothing else.
    boolean onlyThanks() {
        return !asks()
                && !promises()
                && turn.text().words() <= LONGEST_THANKS
                && (does(Head.GRATITUDE) || turn.text().shows(Courtesy.THANKS));
    }

    /// Pleased, so that an earlier complaint is over.
    boolean content() {
        return !does(Head.UNHAPPY) && (does(Head.GRATITUDE) || does(Head.SETTLED));
    }

    private boolean does(Head head) {
        return turn.text().of(head) >= DOES;
    }
}
