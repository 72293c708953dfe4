package io.fraywatch.analyze;

import io.fraywatch.analyze.Assessment.State;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a conversation has got to: what waits for us, what waits for them, what we promised, who
/// is away. Whose turn it is follows [Standing]; this keeps the mails behind it.
final class Course {
    /// Mails of ours within this time are one message with an afterthought.
    static final Duration AFTERTHOUGHT = Duration.ofHours(1);

    /// A mail of ours that came back, and the mail system's word of it.
    record Returned(Step ours, Step bounce) {}

    private final Optional<Client> client;
    private final List<Step> steps;
    private final Setting setting;
    private final Set<String> subject;
    private final List<Step> owed = new ArrayList<>();
    private final List<Step> setAside = new ArrayList<>();
    private final List<Step> sent = new ArrayList<>();
    private final List<Step> promised = new ArrayList<>();
    private final List<Step> chasers = new ArrayList<>();
    private final List<Returned> returned = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<Absence> pauses = new ArrayList<>();
    private final Noted noted;
    private final Instant asOf;
    private Standing standing = Standing.NONE;
    private Instant since;

    private Course(Case c, List<Step> steps, Setting setting, Instant start, Instant asOf) {
        this.client = c.client();
        this.steps = steps;
        this.setting = setting;
        this.since = start;
        this.asOf = asOf;
        this.noted = Noted.of(c.notes(), setting.ours(), asOf);
        this.subject =
                steps.isEmpty()
                        ? Set.of()
                        : Elsewhere.words(steps.getFirst().message().headers().subject());
    }

    /// @param steps of the case up to the instant, oldest first
    /// @param elsewhere what began other conversations with the same client, oldest first
    /// @param start the state's beginning when nothing has happened
    static Course of(
            Case c,
            List<Step> steps,
            List<Elsewhere> elsewhere,
            Setting setting,
            Instant start,
            Instant asOf) {
        Course course = new Course(c, steps, setting, start, asOf);
        Instant first = steps.isEmpty() ? asOf : steps.getFirst().at();
        course.takeAsides(c.notes(), List.of(), Instant.MIN, first);
        for (int i = 0; i < steps.size(); i++) {
            course.take(steps.get(i), steps.subList(0, i));
            Instant next = i + 1 < steps.size() ? steps.get(i + 1).at() : asOf;
            course.takeAsides(c.notes(), elsewhere, steps.get(i).at(), next);
        }
        return course;
    }

    /// Something between two steps.
    private record Aside(Instant at, Runnable taking) {}

    /// Takes what happened outside the conversation's mails after one instant and by another.
    private void takeAsides(
            List<Note> notes, List<Elsewhere> elsewhere, Instant after, Instant by) {
        Stream.concat(
                        notes.stream().map(note -> new Aside(note.at(), () -> take(note))),
                        elsewhere.stream().map(mail -> new Aside(mail.at(), () -> take(mail))))
                .filter(aside -> aside.at().isAfter(after) && !aside.at().isAfter(by))
                .sorted(Comparator.comparing(Aside::at))
                .forEach(aside -> aside.taking().run());
    }

    private void take(Note note) {
        if (!pauses.isEmpty()) {
            pauses.add(pauses.removeLast().endingBy(note.at()));
        }
        if (note.until().isPresent()) {
            pauses.add(new Absence(note.at(), Noted.ends(note, setting.ours())));
            become(standing.after(Event.WE_PAUSE), note.at());
        } else {
            sent.clear();
            returned.clear();
            deliver();
            become(standing.after(Event.WE_SPEAK), note.at());
        }
    }

    private void take(Step step, List<Step> before) {
        Event event = event(step, before);
        if (step.type() == Step.Type.THEIRS) {
            returned.clear();
            if (step.isAway()) {
                absences.add(Absence.told(step, setting.theirs()));
            }
        }
        switch (event) {
            case THEY_ASK -> {
                sent.clear();
                setAside.clear();
                if (step.chases() && !(owed.isEmpty() && promised.isEmpty())) {
                    chasers.add(step);
                }
                owed.add(step);
            }
            case THEY_SETTLE -> {
                sent.clear();
                promised.clear();
                clearOwed();
            }
            case THEY_TELL -> {
                sent.clear();
                if (standing == Standing.ASKED_BACK) {
                    owed.add(step);
                    setAside.clear();
                }
            }
            case THEY_ASK_OTHERS, THEY_PROMISE, THEY_THANK, THEY_MEET -> {
                sent.clear();
                setAside.clear();
            }
            case THEY_LEAVE -> absences.add(Absence.of(step, setting.theirs()));
            case WE_ASK_BACK -> {
                setAside.addAll(owed);
                owed.clear();
                chasers.clear();
                send(step);
            }
            case WE_ASK, WE_TELL -> {
                deliver();
                if (step.promises() && step.turn().text().promisedDay().isPresent()) {
                    promised.add(step);
                }
                send(step);
            }
            case WE_PROMISE -> {
                deliver();
                promised.add(step);
                send(step);
            }
            case WE_SETTLE, WE_MEET -> deliver();
            case WE_THANK -> clearOwed();
            case OTHERS_ANSWER -> {
                owed.removeIf(question -> Steps.answersFor(step, question));
                setAside.removeIf(question -> Steps.answersFor(step, question));
            }
            case OTHERS_TELL, WE_SPEAK, WE_PAUSE -> {
                // nothing between the client and us that a mail does
            }
            case MAIL_RETURNED -> takeBack(step, before);
        }
        boolean stillOpen =
                (event == Event.OTHERS_ANSWER && !owed.isEmpty())
                        || (event == Event.MAIL_RETURNED && !sent.isEmpty());
        if (!stillOpen) {
            become(standing.after(event), step.at());
        }
    }

    private Event event(Step step, List<Step> before) {
        return switch (step.type()) {
            case THEIRS -> theirs(step, Steps.speaksToUs(step, before, setting.us()));
            case OURS -> ours(step, before);
            case OTHERS ->
                    Stream.concat(owed.stream(), setAside.stream())
                                    .anyMatch(question -> Steps.answersFor(step, question))
                            ? Event.OTHERS_ANSWER
                            : Event.OTHERS_TELL;
            case THEIR_MEETING -> Event.THEY_MEET;
            case OUR_MEETING -> Event.WE_MEET;
            case ABSENT -> Event.THEY_LEAVE;
            case UNDELIVERED -> Event.MAIL_RETURNED;
        };
    }

    private Event theirs(Step step, boolean toUs) {
        boolean reminds = step.chases() && (standing == Standing.I_OWE || !promised.isEmpty());
        if (step.settles() || (!steps.getFirst().equals(step) && step.settlesInPassing())) {
            return Event.THEY_SETTLE;
        }
        if (step.asks() || step.troubled() || reminds) {
            return toUs ? Event.THEY_ASK : Event.THEY_ASK_OTHERS;
        }
        if (toUs && (step.promisesUs() || (standing.state() == State.THEY_OWE && step.putsOff()))) {
            return Event.THEY_PROMISE;
        }
        if (standing == Standing.ASKED_BACK
                ? step.trulyThanks()
                : step.briefThanks() || step.endsWithThanks()) {
            return Event.THEY_THANK;
        }
        return toUs || standing != Standing.ASKED_BACK ? Event.THEY_TELL : Event.THEY_ASK_OTHERS;
    }

    private Event ours(Step step, List<Step> before) {
        boolean asked = standing == Standing.I_OWE || standing == Standing.ASKED_BACK;
        if ((step.asks() || step.chases())
                && !Steps.speaksToOthers(step, before, client, setting.us())) {
            return asked && step.onlyAsks() ? Event.WE_ASK_BACK : Event.WE_ASK;
        }
        if (step.promises() && (step.isBrief() || step.turn().text().promisedDay().isPresent())) {
            return Event.WE_PROMISE;
        }
        if (step.onlyThanks() && step.trulyThanks()) {
            return Event.WE_THANK;
        }
        return step.settles() && step.isBrief() ? Event.WE_SETTLE : Event.WE_TELL;
    }

    /// What we owed or promised is done with.
    private void deliver() {
        clearOwed();
        promised.clear();
    }

    private void clearOwed() {
        owed.clear();
        chasers.clear();
        setAside.clear();
    }

    private void send(Step step) {
        returned.clear();
        if (sent.isEmpty()
                || step.at().isAfter(sent.getLast().at().plus(AFTERTHOUGHT))
                || step.asks()) {
            sent.add(step);
        }
    }

    private void takeBack(Step bounce, List<Step> before) {
        Optional<MessageId> original = bounce.message().nature().bounce().flatMap(Bounce::original);
        before.reversed().stream()
                .filter(step -> step.type() == Step.Type.OURS)
                .filter(step ->
                        original.isEmpty() || step.message().headers().messageId().equals(original))
                .findFirst()
                .ifPresent(ours -> returned.add(new Returned(ours, bounce)));
        if (!sent.isEmpty()) {
            sent.removeLast();
        }
        if (standing == Standing.ASKED_BACK && sent.isEmpty()) {
            owed.addAll(setAside);
            setAside.clear();
        }
    }

    private void take(Elsewhere mail) {
        if (mail.ours() && standing == Standing.I_OWE) {
            if (mail.takesUp(authors(owed), subject)) {
                deliver();
                become(Standing.NONE, mail.at());
            }
        } else if (!mail.ours() && standing.state() == State.THEY_OWE) {
            if (mail.takesUp(recipients(sent), subject)) {
                sent.clear();
                setAside.clear();
                become(Standing.NONE, mail.at());
            }
        }
    }

    private static Set<String> authors(List<Step> mails) {
        return mails.stream()
                .flatMap(mail -> mail.message().headers().author().stream())
                .map(Address::withoutTag)
                .collect(Collectors.toSet());
    }

    private static Set<String> recipients(List<Step> mails) {
        return mails.stream()
                .map(mail -> mail.message().headers())
                .flatMap((Headers h) -> Stream.concat(h.to().stream(), h.cc().stream()))
                .map(Address::withoutTag)
                .collect(Collectors.toSet());
    }

    private void become(Standing next, Instant at) {
        if (standing.state() != next.state()) {
            since = beginning(next).orElse(at);
        }
        standing = next;
    }

    private Optional<Instant> beginning(Standing next) {
        return switch (next) {
            case I_OWE -> owed.stream().findFirst().map(Step::at);
            case THEY_OWE, ASKED_BACK -> waiting().stream().findFirst().map(Step::at);
            case NONE, CLOSED -> Optional.empty();
        };
    }

    List<Step> steps() {
        return steps;
    }

    State state() {
        return standing.state();
    }

    Instant since() {
        return since;
    }

    /// When nobody should expect an answer of theirs: they were away, or the matter rested.
    List<Absence> absences() {
        return Stream.concat(absences.stream(), pauses.stream()).toList();
    }

    /// The pause the user noted that holds now, unless the client has asked something since.
    Optional<Absence> rest() {
        return pauses.stream()
                .filter(pause -> pause.covers(asOf) && state() != State.CLOSED)
                .filter(pause -> owed.stream().allMatch(mail -> rests(mail, pause)))
                .findFirst();
    }

    /// When a pause ends that the user noted and that holds now.
    Optional<Instant> restsUntil() {
        return pauses.stream().filter(pause -> pause.covers(asOf)).map(Absence::until).findFirst();
    }

    private static boolean rests(Step mail, Absence pause) {
        return !mail.at().isAfter(pause.from());
    }

    /// From when on a wait counts that began with a mail: the mail, or a later note by hand.
    Instant from(Step mail) {
        return noted.from(mail.at());
    }

    /// The client's mails whose questions nobody has answered and that don't rest now, oldest
    /// first.
    List<Step> owed() {
        return owed.stream()
                .filter(mail ->
                        pauses.stream()
                                .noneMatch(pause -> pause.covers(asOf) && rests(mail, pause)))
                .toList();
    }

    /// Our mails whose promises nothing of ours has followed, oldest first.
    List<Step> promised() {
        return promised;
    }

    /// The client's mails that remind us of what they asked or we promised, oldest first.
    List<Step> chasers() {
        return chasers;
    }

    /// What we wrote and came back, until we or they write again.
    List<Returned> returned() {
        return returned;
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
