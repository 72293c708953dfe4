package io.fraywatch.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A later mail or note never changes an earlier verdict.
class NoLookAheadTest {
    private static final List<String> TEXTS =
            List.of(
                    "Could you send me the draft?",
                    "Thanks, that solved it.",
                    "I'm not happy with the report.",
                    "Hi Dana,\n\nhope you are well. Here are the photos for the newsletter, as promised last week.\n\nBest,\nMaria",
                    "Noted.",
                    "Any news on this?",
                    "We'll do it ourselves from now on.",
                    "Thank you, this is perfect!",
                    "I'll send it tomorrow.",
                    "FYI, the office is closed on Friday.");

    @Test
    void judgesThePastTheSameWhateverCameLater() {
        long seed = System.nanoTime();
        System.out.println("NoLookAheadTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<Case> all = randomCases(random);
            Instant asOf = Story.MONDAY_AT_TEN.plus(Duration.ofHours(random.nextInt(60 * 24)));
            List<Case> known =
                    all.stream()
                            .map(c -> until(c, asOf))
                            .filter(c -> !c.turns().isEmpty())
                            .toList();
            Baseline later = Baseline.of(all, Story.US, Story.OFFICE);
            Baseline then = Baseline.of(known, Story.US, Story.OFFICE);
            for (Case c : known) {
                Case grown =
                        all.stream().filter(a -> a.id().equals(c.id())).findFirst().orElseThrow();
                assertThat(new Analyzer().assess(grown, later, Story.setting(), asOf))
                        .as("seed %d round %d conversation %s", seed, round, c.id())
                        .isEqualTo(new Analyzer().assess(c, then, Story.setting(), asOf));
            }
        }
    }

    @Test
    void judgesTheSameTwice() {
        List<Case> all = randomCases(new Random(7));
        Instant asOf = Story.MONDAY_AT_TEN.plus(Duration.ofDays(40));
        for (Case c : all) {
            assertThat(
                            new Analyzer()
                                    .assess(
                                            c,
                                            Baseline.of(all.reversed(), Story.US, Story.OFFICE),
                                            Story.setting(),
                                            asOf))
                    .isEqualTo(
                            new Analyzer()
                                    .assess(
                                            c,
                                            Baseline.of(all, Story.US, Story.OFFICE),
                                            Story.setting(),
                                            asOf));
        }
    }

    private static Case until(Case c, Instant asOf) {
        return new Case(
                c.id(),
                c.client(),
                c.turns().stream().filter(t -> !t.sentAt().isAfter(asOf)).toList(),
                c.notes().stream().filter(note -> !note.at().isAfter(asOf)).toList());
    }

    private static List<Case> randomCases(Random random) {
        List<Case> out = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Story story =
                    Story.conversation(
                            i + 1,
                            Story.MONDAY_AT_TEN.plus(
                                    Duration.ofMinutes(random.nextInt(50 * 24 * 60))));
            for (int mails = 1 + random.nextInt(6); mails > 0; mails--) {
                String text = TEXTS.get(random.nextInt(TEXTS.size()));
                switch (random.nextInt(7)) {
                    case 0, 1, 2 -> story.clientWrote(text);
                    case 3, 4 -> story.weWrote(text);
                    case 5 ->
                            story.clientIsAwayUntil(
                                    story.now().atZone(Story.ZONE).toLocalDate().plusDays(5));
                    default -> story.ourColleagueWrote(text);
                }
                story.after(Duration.ofMinutes(10 + random.nextInt(4 * 24 * 60)));
                if (random.nextInt(5) == 0) {
                    story.weSpoke();
                } else if (random.nextInt(8) == 0) {
                    story.pausedUntil(story.now().atZone(Story.ZONE).toLocalDate().plusDays(9));
                }
            }
            out.add(story.build());
        }
        return out;
    }
}
