package io.fraywatch.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.FakeRoster;
import io.fraywatch.server.fake.TestServer;
import io.fraywatch.server.web.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MailboxNoticesTest {
    private static List<Notice> at(Instant now) {
        return new MailboxNotices(
                        new FakeRoster(), Clock.fixed(now, TestServer.ZONE), TestServer.ZONE)
                .get();
    }

    @Test
    void aMailboxThatFailsForAnHourIsNamedWithTheMendAndWithoutWhatItsServerSaid() {
        assertThat(at(FakeDesk.NOW))
                .containsExactly(
                        new Notice(
                                "Mail is missing here",
                                "agency can’t be read since Tuesday 10 March, 05:00. Check username"
                                        + " and password.",
                                "/accounts"));
    }

    @Test
    void oneThatFailsOnlySinceAMomentAgoIsNot() {
        assertThat(at(FakeDesk.NOW.minus(Duration.ofMinutes(61)))).isEmpty();
    }
}
