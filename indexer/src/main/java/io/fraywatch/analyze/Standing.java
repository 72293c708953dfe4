package io.fraywatch.analyze;

import io.fraywatch.analyze.Assessment.State;

/// Whose turn it is between mails. It follows requests, promises and closures, not who wrote last.
enum Standing {
    /// Nothing is open.
    NONE(State.NONE),
    /// They wait for our answer, or for what we promised.
    I_OWE(State.I_OWE),
    /// We wait for their answer, or for what they promised.
    THEY_OWE(State.THEY_OWE),
    /// They asked and we asked back: their answer will hand the matter back to us.
    ASKED_BACK(State.THEY_OWE),
    /// The matter is done.
    CLOSED(State.CLOSED);

    private final State state;

    Standing(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }

    /// Where things stand after one more mail or note.
    Standing after(Event event) {
        return switch (event) {
            case THEY_ASK -> I_OWE;
            case THEY_SETTLE, WE_SETTLE -> CLOSED;
            case THEY_PROMISE -> this == I_OWE ? I_OWE : THEY_OWE;
            case THEY_THANK -> this == I_OWE ? I_OWE : CLOSED;
            case THEY_TELL -> afterTheirWords();
            case THEY_ASK_OTHERS, THEY_MEET -> this == ASKED_BACK ? NONE : answered();
            case WE_ASK -> THEY_OWE;
            case WE_ASK_BACK -> this == I_OWE || this == ASKED_BACK ? ASKED_BACK : THEY_OWE;
            case WE_TELL -> this == THEY_OWE || this == ASKED_BACK ? THEY_OWE : NONE;
            case WE_PROMISE -> this == THEY_OWE ? THEY_OWE : I_OWE;
            case WE_THANK -> this == THEY_OWE || this == ASKED_BACK ? this : CLOSED;
            case WE_MEET, OTHERS_ANSWER -> this == I_OWE ? NONE : this;
            case THEY_LEAVE, OTHERS_TELL, WE_PAUSE -> this;
            case WE_SPEAK -> this == CLOSED ? CLOSED : NONE;
            case MAIL_RETURNED -> afterReturn();
        };
    }

    private Standing afterTheirWords() {
        return this == ASKED_BACK ? I_OWE : answered();
    }

    /// What they owed is given; the rest stands.
    private Standing answered() {
        return this == THEY_OWE ? NONE : this;
    }

    /// They never got what we wrote last.
    private Standing afterReturn() {
        return switch (this) {
            case THEY_OWE -> NONE;
            case ASKED_BACK -> I_OWE;
            case NONE, I_OWE, CLOSED -> this;
        };
    }
}
