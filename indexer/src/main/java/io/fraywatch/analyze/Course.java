package io.fraywatch.analyze;

import io.fraywatch.analyze.Assessment.State;
import io.fraywatch.analyze.time.WorkCalendar;
import io.fraywatch.mail.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where a conversation has got to: what waits for us, what waits for them, who is away.
///
/// Follows requests, promises and closures, not who wrote last: thanks and notes make nobody owe
/// anything.
final class Course {
    /// Mails of ours within this time are one message with an afterthought.
    private static final Duration AFTERTHOUGHT = Duration.ofHours(1);

    private final List<Step> steps;
    private final Identity us;
    private final List<Step> owed = new ArrayList<>();
    private final List<Step> sent = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private State state = State.NONE;
    private Instant since;

    private Course(List<Step> steps, Identity us, Instant start) {
        this.steps = steps;
        this.us = us;
        this.since = start;
    }

    /// @param steps oldest first
    /// @param start the state's beginning when nothing has happened
    static Course of(List<Step> steps, Setting setting, Instant start) {
        Course course = new Course(steps, setting.us(), start);
        for (int i = 0; i < steps.size(); i++) {
            course.take(i, setting.theirs());
        }
        return course;
    }

    private void take(int index, WorkCalendar theirs) {
        Step step = steps.get(index);
        switch (step.type()) {
            case THEIRS -> takeTheirs(step, index);
            case OURS -> takeOurs(step);
            case ABSENT -> absences.add(Absence.of(step, theirs));
            case UNDELIVERED -> takeBack();
        }
    }

    private void takeTheirs(Step step, int index) {
        sent.clear();
        if (step.settles()) {
            owed.clear();
            become(State.CLOSED, step.at());
        } else if (step.asks() && Steps.speaksToUs(step, steps.subList(0, index), us)) {
            owed.add(step);
            become(State.I_OWE, owed.getFirst().at());
        } else if (owed.isEmpty()) {
            become(afterTheirs(step), step.at());
        }
    }

    private static State afterTheirs(Step step) {
        if (step.promises()) {
            return State.THEY_OWE;
        }
        return step.onlyThanks() ? State.CLOSED : State.NONE;
    }

    private void takeOurs(Step step) {
        owed.clear();
        if (step.onlyThanks() || step.settles()) {
            if (sent.isEmpty()) {
                become(step.settles() ? State.CLOSED : thanked(), step.at());
            }
            return;
        }
        if (sent.isEmpty()
                || step.at().isAfter(sent.getLast().at().plus(AFTERTHOUGHT))
                || step.asks()) {
            sent.add(step);
        }
        if (waiting().isEmpty()) {
            become(step.promises() ? State.I_OWE : State.NONE, step.at());
        } else {
            become(State.THEY_OWE, waiting().getFirst().at());
        }
    }

    /// Our thanks for a client's promise leave the promise open.
    private State thanked() {
        return state == State.THEY_OWE ? State.THEY_OWE : State.CLOSED;
    }

    private void takeBack() {
        if (!sent.isEmpty()) {
            sent.removeLast();
            if (sent.isEmpty()) {
                state = State.NONE;
            }
        }
    }

    private void become(State next, Instant at) {
        if (state != next) {
            state = next;
            since = at;
        }
    }

    List<Step> steps() {
        return steps;
    }

    State state() {
        return state;
    }

    Instant since() {
        return since;
    }

    List<Absence> absences() {
        return absences;
    }

    /// The client's mails whose questions none of us has answered, oldest first.
    List<Step> owed() {
        return owed;
    }

    /// Our messages that wait for an answer, oldest first: from the first one that asks for one, or
    /// that a later one reminds of.
    List<Step> waiting() {
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).chases()) {
                return apart(sent.subList(Math.max(0, i - 1), sent.size()));
            }
            if (sent.get(i).asks()) {
                return apart(sent.subList(i, sent.size()));
            }
        }
        return List.of();
    }

    private static List<Step> apart(List<Step> messages) {
        List<Step> out = new ArrayList<>();
        for (Step message : messages) {
            if (out.isEmpty() || message.at().isAfter(out.getLast().at().plus(AFTERTHOUGHT))) {
                out.add(message);
            }
        }
        return out;
    }
}
