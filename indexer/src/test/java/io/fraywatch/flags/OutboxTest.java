package io.fraywatch.flags;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.Assessment.Level;
import io.fraywatch.flags.Outbox.Letter;
import io.fraywatch.flags.Outbox.Slip;
import io.fraywatch.flags.Outbox.State;
import io.fraywatch.flags.Outbox.Told;
import io.fraywatch.mail.MessageId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant SEVEN = Instant.parse("2026-03-02T12:00:00Z");
    private static final FlagId FLAG = new FlagId("00000000000000aa");

    @TempDir private Path folder;

    private Outbox outbox() {
        return Ledger.open(folder.resolve("fraywatch.db")).outbox();
    }

    private static Letter letter(LocalDate day, Level level) {
        Outbox.Key key = new Outbox.Key("dana@us.example", day, "daily");
        byte[] content = ("Subject: digest\r\n\r\n" + day).getBytes(StandardCharsets.UTF_8);
        return new Letter(
                key,
                new MessageId(day + "@us.example"),
                content,
                List.of(new Told(FLAG, level, 40, "new")),
                SEVEN);
    }

    @Test
    void keepsOneLetterPerRecipientDayAndKind() {
        Letter letter = letter(DAY, Level.AMBER);
        assertThat(outbox().offer(letter)).isTrue();
        assertThat(outbox().offer(letter)).isFalse();
        Slip slip = outbox().find(letter.key()).orElseThrow();
        assertThat(slip)
                .usingRecursiveComparison()
                .isEqualTo(new Slip(letter, State.READY, 0, SEVEN));
        assertThat(outbox().find(new Outbox.Key("dana@us.example", DAY, "weekly"))).isEmpty();
        assertThat(outbox().lastDay("dana@us.example")).contains(DAY);
        assertThat(outbox().lastDay("nobody@us.example")).isEmpty();
    }

    @Test
    void movesALetterOnlyFromWhereItWasSeen() {
        Outbox outbox = outbox();
        Letter letter = letter(DAY, Level.AMBER);
        outbox.offer(letter);
        Slip ready = outbox.find(letter.key()).orElseThrow();
        assertThat(outbox.move(ready, State.SENDING, SEVEN)).isTrue();
        assertThat(outbox.move(ready, State.SENDING, SEVEN)).isFalse();
        Slip sending = outbox.unfinished().getFirst();
        assertThat(sending.state()).isEqualTo(State.SENDING);
        assertThat(sending.tries()).isEqualTo(1);
        assertThat(outbox.move(sending, State.UNKNOWN, SEVEN.plusSeconds(1))).isTrue();
        assertThat(outbox.move(outbox.unfinished().getFirst(), State.SENT, SEVEN.plusSeconds(2)))
                .isTrue();
        assertThat(outbox.unfinished()).isEmpty();
    }

    @Test
    void remembersWhatWasLastToldOfAFlag() {
        Outbox outbox = outbox();
        outbox.offer(letter(DAY, Level.AMBER));
        outbox.offer(letter(DAY.plusDays(1), Level.RED));
        assertThat(outbox.lastTold(List.of(FLAG, new FlagId("00000000000000bb"))))
                .isEqualTo(Map.of(FLAG, new Told(FLAG, Level.RED, 40, "new")));
        Slip failed = outbox.find(letter(DAY.plusDays(1), Level.RED).key()).orElseThrow();
        outbox.move(failed, State.FAILED, SEVEN);
        assertThat(outbox.lastTold(List.of(FLAG)).get(FLAG))
                .isEqualTo(new Told(FLAG, Level.AMBER, 40, "new"));
    }

    @Test
    void letsExactlyOneOfManyOpenOfferAndSend() throws Exception {
        Letter letter = letter(DAY, Level.AMBER);
        List<Boolean> offered = race(() -> outbox().offer(letter));
        assertThat(offered).containsOnlyOnce(true);
        Slip ready = outbox().find(letter.key()).orElseThrow();
        assertThat(race(() -> outbox().move(ready, State.SENDING, SEVEN))).containsOnlyOnce(true);
    }

    @Test
    void letsExactlyOneOfTwoProcessesOffer() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(
                    new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElseThrow(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    OtherOffer.class.getName(),
                                    folder.resolve("fraywatch.db").toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        }
        List<String> said = new ArrayList<>();
        for (Process process : processes) {
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            said.add(out.lines().reduce((first, last) -> last).orElse(""));
        }
        assertThat(said).containsExactlyInAnyOrder("kept", "was there");
    }

    static Letter todays() {
        return letter(DAY, Level.AMBER);
    }

    private static List<Boolean> race(Callable<Boolean> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(4, work))) {
                results.add(each.get());
            }
            return results;
        }
    }
}
