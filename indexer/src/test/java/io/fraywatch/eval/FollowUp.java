package io.fraywatch.eval;

import io.fraywatch.analyze.Assessment;
import io.fraywatch.analyze.Assessment.State;
import io.fraywatch.analyze.Case;
import io.fraywatch.analyze.Signal;
import io.fraywatch.analyze.Wording;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.sync.Casebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Whether we know whose turn it is, on conversations labelled by hand, and how often we would
/// speak up on a busy support list.
///
/// The rules were worked on with the older labels; the fresh ones were made before that work began
/// and are only measured.
final class FollowUp implements Measure {
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 9, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2021, 11, 30);
    private static final int DAYS_BETWEEN = 23;
    private static final Duration ACTIVE = Duration.ofDays(42);

    /// @param conversation the first 12 hex digits of the hash of its first mail's Message-ID
    private record Label(
            String pack,
            String conversation,
            Instant asOf,
            String first,
            String second,
            String settled,
            boolean heldOut) {}

    private record Answer(Label label, State state) {
        boolean right() {
            return state.key().equals(label.settled());
        }
    }

    @Override
    public String title() {
        return "Follow-up";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Label> labels = new ArrayList<>(labels("follow-up.tsv", false));
        labels.addAll(labels("follow-up-fresh.tsv", true));
        Casebook vendor = RealMail.vendorList(corpora);
        List<Answer> answers = new ArrayList<>(answers("vendor", labels, vendor));
        answers.addAll(answers("lists", labels, RealMail.lists(corpora)));
        List<Figure> figures = new ArrayList<>();
        for (boolean heldOut : new boolean[] {false, true}) {
            List<Answer> half =
                    answers.stream().filter(a -> a.label().heldOut() == heldOut).toList();
            String data = half.size() + " conversations, " + (heldOut ? "held out" : "worked on");
            long agreed =
                    half.stream()
                            .map(Answer::label)
                            .filter(l -> l.first().equals(l.second()))
                            .count();
            figures.add(
                    Figure.told(
                            "the two passes of labelling agree",
                            data,
                            Figure.share(agreed, half.size())));
            addStates(half, data, figures);
            tellMistakes(half, data);
        }
        figures.add(alerts(vendor));
        return figures;
    }

    private static void addStates(List<Answer> answers, String data, List<Figure> figures) {
        figures.add(figure("state: accuracy (micro F1)", data, answers, FollowUp::accuracy));
        for (State state : State.values()) {
            long labelled = labelled(answers, state);
            if (labelled > 0) {
                figures.add(
                        figure(
                                "state " + state.key() + ": F1",
                                labelled + " of " + data,
                                answers,
                                drawn -> f1(drawn, state)));
            }
        }
        figures.add(figure("state: mean F1 (macro)", data, answers, FollowUp::meanF1));
    }

    /// Which states are taken for which, and how often: all that is told of the held-out ones.
    private static void tellMistakes(List<Answer> answers, String data) {
        Map<String, Long> counts =
                answers.stream()
                        .filter(answer -> !answer.right())
                        .collect(
                                Collectors.groupingBy(
                                        a -> a.label().settled() + " as " + a.state().key(),
                                        TreeMap::new,
                                        Collectors.counting()));
        counts.forEach((mistake, count) ->
                Measure.miss("taken " + mistake + ": " + count + " of " + data));
    }

    private static Figure figure(
            String what, String data, List<Answer> answers, ToDoubleFunction<List<Answer>> of) {
        return Figure.told(what, data, of.applyAsDouble(answers))
                .within(
                        Bootstrap.interval(
                                answers.size(),
                                drawn ->
                                        of.applyAsDouble(
                                                Arrays.stream(drawn)
                                                        .mapToObj(answers::get)
                                                        .toList())));
    }

    private static double accuracy(List<Answer> answers) {
        return (double) answers.stream().filter(Answer::right).count() / answers.size();
    }

    /// Of the states that are labelled.
    private static double meanF1(List<Answer> answers) {
        return Arrays.stream(State.values())
                .filter(state -> labelled(answers, state) > 0)
                .mapToDouble(state -> f1(answers, state))
                .average()
                .orElse(0);
    }

    private static long labelled(List<Answer> answers, State state) {
        return answers.stream().filter(a -> a.label().settled().equals(state.key())).count();
    }

    private static double f1(List<Answer> answers, State state) {
        long said = answers.stream().filter(a -> a.state() == state).count();
        long right = answers.stream().filter(a -> a.state() == state && a.right()).count();
        return 2.0 * right / Math.max(1, labelled(answers, state) + said);
    }

    private static List<Answer> answers(String pack, List<Label> labels, Casebook book) {
        Map<String, Case> cases = new HashMap<>();
        book.cases().forEach(c -> cases.put(name(c), c));
        List<Answer> out = new ArrayList<>();
        for (Label label : labels) {
            if (label.pack().equals(pack)) {
                Case found =
                        Objects.requireNonNull(
                                cases.get(label.conversation()), label.conversation());
                Answer answer = new Answer(label, book.judge(found, label.asOf()).state());
                out.add(answer);
                if (!answer.right() && !label.heldOut()) {
                    Measure.miss(
                            pack
                                    + " "
                                    + label.conversation()
                                    + " "
                                    + label.asOf()
                                    + ": "
                                    + answer.state().key()
                                    + " for "
                                    + label.settled());
                }
            }
        }
        return out;
    }

    /// How many new flags there are a day for 100 conversations with a mail in the last six weeks.
    private static Figure alerts(Casebook book) {
        long flags = 0;
        long active = 0;
        int days = 0;
        for (LocalDate day = FIRST_DAY; day.isBefore(LAST_DAY); day = day.plusDays(DAYS_BETWEEN)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY
                    || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            days++;
            Instant seven = day.atTime(7, 0).atZone(book.calendar().zone()).toInstant();
            Instant before = seven.minus(Duration.ofDays(1));
            for (Case c : book.cases()) {
                if (active(c, seven)) {
                    active++;
                    Set<String> old = flags(book.judge(c, before));
                    for (String flag : flags(book.judge(c, seven))) {
                        if (!old.contains(flag)) {
                            flags++;
                            Measure.miss("flag " + day + " " + name(c) + " " + flag);
                        }
                    }
                }
            }
        }
        return Figure.atMost(
                "new flags a day for 100 active conversations",
                "vendor list, " + days + " days, " + active + " conversation-days",
                100.0 * flags / Math.max(1, active),
                3);
    }

    private static boolean active(Case c, Instant now) {
        return c.client().isPresent()
                && c.turns().stream()
                        .anyMatch(t ->
                                !t.sentAt().isAfter(now) && t.sentAt().isAfter(now.minus(ACTIVE)));
    }

    private static Set<String> flags(Assessment assessment) {
        Set<String> out = new HashSet<>();
        for (Signal signal : assessment.signals()) {
            out.add(Wording.kind(signal) + " " + signal.anchor());
        }
        return out;
    }

    private static String name(Case c) {
        Message first = c.turns().getFirst().message();
        String id = first.headers().messageId().map(MessageId::value).orElse("?");
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<Label> labels(String resource, boolean heldOut) throws IOException {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        FollowUp.class.getResourceAsStream(resource), resource),
                                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(f -> new Label(f[0], f[1], Instant.parse(f[2]), f[3], f[4], f[5], heldOut))
                    .toList();
        }
    }
}
