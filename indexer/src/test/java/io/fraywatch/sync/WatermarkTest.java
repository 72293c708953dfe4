package io.fraywatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.source.Cursor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final Cursor FIRST = new Cursor(Map.of("INBOX", "1"));
    private static final Cursor SECOND = new Cursor(Map.of("INBOX", "2"));

    private final Watermark watermark = new Watermark(Cursor.START);

    @Test
    void waitsForTheMailsBeforeACursor() {
        Watermark.Batch batch = watermark.mailBegins();
        watermark.settled(FIRST);
        assertThat(watermark.advance()).isEqualTo(Cursor.START);
        batch.mailIsDone();
        assertThat(watermark.advance()).isEqualTo(FIRST);
    }

    @Test
    void doesNotPassAnOlderMailThatIsStillBeingRead() {
        Watermark.Batch slow = watermark.mailBegins();
        watermark.settled(FIRST);
        watermark.mailBegins().mailIsDone();
        watermark.settled(SECOND);
        assertThat(watermark.advance()).isEqualTo(Cursor.START);
        slow.mailIsDone();
        assertThat(watermark.advance()).isEqualTo(SECOND);
    }

    @Test
    void movesOnlyWhenAsked() {
        watermark.settled(FIRST);
        assertThat(watermark.reached()).isEqualTo(Cursor.START);
        watermark.advance();
        assertThat(watermark.reached()).isEqualTo(FIRST);
    }
}
