package io.fraywatch.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.VectorModel;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When an embedding model is asked, and what its word counts for.
class SecondOpinionTest {
    private static final String OPEN =
            "Honestly, my heart sank when I opened the brochure you made.";
    private static final String PLAIN =
            "Attached are the minutes of the meeting that was held on Monday.";

    private final FakeEncoder encoder = new FakeEncoder("bge-small-en-v1.5-q");
    private final TextReader reader = new TextReader(encoder);

    @Test
    void countsBothAlikeByTheirLogOdds() {
        VectorModel model = new VectorModel(2, new float[] {1, -1});
        assertThat(model.logOdds(new float[] {0.5f, 0.25f})).isCloseTo(2.25, within(1e-6));
        assertThat(model.beside(0.5, new float[] {0, 2})).isEqualTo(0.5);
        assertThat(model.beside(0.9, new float[] {0, 2})).isCloseTo(0.75, within(1e-9));
        assertThatThrownBy(() -> model.logOdds(new float[3])).hasMessageContaining("3");
    }

    @Test
    void isAskedWhereWordsLeaveItOpen() {
        reader.read(OPEN);
        assertThat(encoder.asked).contains(OPEN);
    }

    @Test
    void isNotAskedOfASentenceThatWordsLeaveNothingOpenOf() {
        reader.read(PLAIN + " " + OPEN);
        assertThat(encoder.asked).contains(OPEN).doesNotContain(PLAIN);
    }

    @Test
    void changesWhatASentenceIsTakenFor() {
        double words = new TextReader().read(OPEN).of(Head.UNHAPPY);
        encoder.sign = 1;
        double one = reader.read(OPEN).of(Head.UNHAPPY);
        encoder.sign = -1;
        double other = new TextReader(encoder).read(OPEN).of(Head.UNHAPPY);
        assertThat(List.of(words, one, other)).doesNotHaveDuplicates();
    }

    @Test
    void takesNothingFromWhatAPhraseSays() {
        String said = "From next month we are bringing the newsletter in house.";
        double words = new TextReader().read(said).of(Head.TAKEN_BACK);
        assertThat(words).isPositive();
        for (float sign : new float[] {1, -1}) {
            encoder.sign = 5 * sign;
            assertThat(new TextReader(encoder).read(said).of(Head.TAKEN_BACK))
                    .isGreaterThanOrEqualTo(words);
        }
    }

    @Test
    void isAskedOnceForASentenceThatComesBack() {
        reader.read(OPEN);
        reader.read(PLAIN + " " + OPEN);
        assertThat(encoder.asked).containsOnlyOnce(OPEN);
    }

    @Test
    void isNotAskedOfWhatSomebodyQuotes() {
        String quoting = "Honestly, my heart sank when I read \"brochure you made\" on the door.";
        reader.read(quoting + " " + PLAIN);
        assertThat(encoder.asked).doesNotContain(quoting);
        reader.read(quoting.replace("\"", "") + " " + PLAIN);
        assertThat(encoder.asked).contains(quoting.replace("\"", ""));
    }

    @Test
    void isNotAskedInOtherLanguages() {
        reader.read("Ehrlich gesagt war ich von der Broschüre, die Sie gemacht haben, enttäuscht.");
        assertThat(encoder.asked).isEmpty();
    }

    @Test
    void isNotAskedOfMailThatNoPersonWrote() {
        reader.read(
                parsed(
                        "List-Unsubscribe: <https://a.example/u>\r\nPrecedence: bulk\r\nList-Id: <news.a.example>\r\n",
                        OPEN));
        assertThat(encoder.asked).isEmpty();
        reader.read(parsed("", OPEN));
        assertThat(encoder.asked).isNotEmpty();
    }

    /// Judging knows requests by phrases alone; `score` tells them.
    @Test
    void isNotAskedOfMailBecauseOfRequests() {
        String maybe = "The train to Lisbon leaves from platform four at noon.";
        reader.read(parsed("", maybe + " " + PLAIN));
        assertThat(encoder.asked).doesNotContain(maybe);
        reader.read(maybe + " " + PLAIN);
        assertThat(encoder.asked).contains(maybe);
    }

    @Test
    void namesItsEncoder() {
        assertThat(reader.encoder()).isEqualTo("bge-small-en-v1.5-q");
        assertThat(new TextReader().encoder()).isEmpty();
    }

    @Test
    void refusesAnEncoderWithoutWeights() {
        assertThatThrownBy(() -> new TextReader(new FakeEncoder("unknown")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'unknown'");
    }

    private static ParsedMail parsed(String headers, String text) {
        return new MailParser()
                .parse(
                        ("From: ana@a.example\r\nTo: dana@b.example\r\nSubject: brochure\r\n"
                                        + "Date: Mon, 2 Nov 2026 09:00:00 +0000\r\n"
                                        + headers
                                        + "\r\n"
                                        + text
                                        + "\r\n")
                                .getBytes(StandardCharsets.UTF_8));
    }

    /// Gives every text the same vector, and keeps what it was asked.
    private static final class FakeEncoder implements Encoder {
        private final String name;
        private final List<String> asked = new ArrayList<>();
        private float sign = 1;

        FakeEncoder(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public float[] encode(String text) {
            asked.add(text);
            float[] vector = new float[384];
            vector[7] = sign;
            return vector;
        }
    }
}
