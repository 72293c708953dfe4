package io.fraywatch.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fraywatch.mail.AccountName;
import io.fraywatch.server.config.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class LivePolicyTest {
    private static final String ACCOUNT =
            "accounts:\n  - {name: dana, kind: maildir, path: mail, me: [dana@reyes-va.example]";
    private static final String BEFORE = ACCOUNT + "}\n";

    @TempDir private Path folder;

    private final Logger log = (Logger) LoggerFactory.getLogger(LivePolicy.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @SuppressWarnings("NullAway.Init")
    private LivePolicy policy;

    @BeforeEach
    void start() throws Exception {
        log.setLevel(Level.INFO);
        log.addAppender(said);
        said.start();
        Files.writeString(file(), BEFORE);
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
        policy = new LivePolicy(new Setup(SettingsFile.read(file()), clock));
    }

    @AfterEach
    void stop() {
        log.detachAppender(said);
    }

    private Path file() {
        return folder.resolve("fraywatch.yml");
    }

    /// Every text is of another length, so that a change shows whatever the file system's clock.
    private void change(String text) throws Exception {
        Files.writeString(file(), text);
        policy.refresh();
    }

    private List<String> log() {
        return said.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    private boolean worksOnSundays() {
        return policy.get()
                .calendars()
                .ours(new AccountName("dana"))
                .week()
                .containsKey(DayOfWeek.SUNDAY);
    }

    @Test
    void hoursOfAnAccountHoldAtOnceAndTheLogSaysSo() throws Exception {
        assertThat(worksOnSundays()).isFalse();
        change(ACCOUNT + ", hours: {sun: [\"08:00-12:00\"]}}\n");
        assertThat(worksOnSundays()).isTrue();
        assertThat(policy.trouble()).isEmpty();
        assertThat(policy.edition()).isEqualTo(1);
        assertThat(log())
                .containsExactly(
                        "INFO "
                                + file()
                                + " read again; from now on these hold: hours or holidays of account"
                                + " dana");
    }

    @Test
    void whatNeedsARestartIsNamedUntilItIsTakenBack() throws Exception {
        change(BEFORE + "syncEveryMinutes: 9\nthresholds: {minScore: 70}\n");
        assertThat(log())
                .containsExactly(
                        "INFO " + file() + " read again; from now on these hold: thresholds",
                        "WARN What you changed in "
                                + file()
                                + " under syncEveryMinutes holds once the server is started"
                                + " again.");
        assertThat(policy.trouble().orElseThrow()).contains("syncEveryMinutes", "started again");
        change(BEFORE + "thresholds: {minScore: 70}\n");
        assertThat(policy.trouble()).isEmpty();
        assertThat(log().getLast()).endsWith("nothing that holds at once has changed");
    }

    @Test
    void anotherAddressOfAnAccountNeedsARestart() throws Exception {
        change(BEFORE.replace("me: [", "me: [d@reyes-va.example, "));
        assertThat(policy.trouble().orElseThrow()).contains("under accounts holds once");
    }

    @Test
    void aMistakeChangesNothingAndIsNamedByItsLine() throws Exception {
        change(ACCOUNT + ", hours: {sun: [\"08:00-12:00\"]}}\n");
        change(BEFORE + "tresholds: {}\n");
        assertThat(worksOnSundays()).isTrue();
        assertThat(policy.edition()).isEqualTo(1);
        assertThat(log().getLast())
                .startsWith("WARN the changed configuration isn't used, the one before holds: ")
                .contains("fraywatch.yml:3", "did you mean 'thresholds'?");
        assertThat(policy.trouble().orElseThrow()).contains("fraywatch.yml:3");
    }

    @Test
    void anUntouchedFileIsNotReadAgain() throws Exception {
        policy.refresh();
        assertThat(policy.edition()).isZero();
        assertThat(log()).isEmpty();
    }
}
