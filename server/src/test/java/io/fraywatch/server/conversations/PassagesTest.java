package io.fraywatch.server.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.Evidence;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import io.fraywatch.server.web.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PassagesTest {
    @Test
    void blankLinesAroundAPassageGoAndTheMarksStayOnTheirWords() {
        String text = "> Any news?\n\n\nSecond page is wrong. Fix it.\n\n\n";
        int own = text.indexOf("\n\n") + 1;
        Body body =
                new Body(
                        text,
                        List.of(
                                new Zone(ZoneType.QUOTE, 0, own),
                                new Zone(ZoneType.NEW, own, text.length())));
        int fix = body.newText().indexOf("Fix it.");

        assertThat(
                        Passages.of(
                                body,
                                List.of(
                                        new Evidence(
                                                new MailId("m"), fix, fix + "Fix it.".length()))))
                .containsExactly(
                        new Passages.Passage(
                                "Quoted text", List.of(new Runs.Run("> Any news?", false))),
                        new Passages.Passage(
                                "",
                                List.of(
                                        new Runs.Run("Second page is wrong. ", false),
                                        new Runs.Run("Fix it.", true))));
    }
}
