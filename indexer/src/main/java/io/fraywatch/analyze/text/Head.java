package io.fraywatch.analyze.text;

/// What a sentence may do; each is judged on its own, 0 to 1.
public enum Head {
    /// Asks something of the reader, in the widest sense ("please find attached" included).
    REQUEST(0),
    /// Dissatisfied with the reader or their work.
    UNHAPPY(1),
    /// Takes the work back: the writer will do it themselves or give it to others.
    TAKEN_BACK(2),
    /// Tells the reader that the work isn't right for them.
    WRONG_PERSON(3),
    /// Promises to do something.
    COMMITMENT(4),
    /// Admits a mistake of the writer's own.
    OWN_MISTAKE(5),
    GRATITUDE(6),
    /// Wants an answer: a question or request without the courtesies that only look like one.
    ASK(7),
    /// The writer admits that the work isn't right for themselves.
    OUT_OF_DEPTH(8),
    /// Says that the matter is done ("that solved it", "never mind").
    SETTLED(9),
    /// Reminds of an earlier mail.
    CHASER(10),
    /// Talks of ending or pausing the working relationship, or of looking at others for it.
    CANCELLATION(11),
    /// Reports that something doesn't work, or goes wrong for the writer.
    TROUBLE(12),
    /// Guesses or advises, be it in the form of a question or a request: from whoever answers it
    /// wants nothing back. At 1 it only looks like a question or a request, whoever writes it.
    ADVICE(13),
    /// Says that the writer is away, or will be.
    AWAY(14);

    private final int slot;

    Head(int slot) {
        this.slot = slot;
    }

    /// Its place in the stored bytes, for ever the same.
    int slot() {
        return slot;
    }
}
