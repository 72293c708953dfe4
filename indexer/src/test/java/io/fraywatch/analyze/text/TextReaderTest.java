package io.fraywatch.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    private static final TextReader READER = new TextReader();

    @Test
    void givesSentencesWithTheirPlaces() {
        String text =
                "Hi Dana,\n\nCould you send me the draft? It's for Mr. Voss.\n- the logo\n- the banner\n\nBest,\nMaria";
        TextFeatures read = READER.read(text);
        assertThat(read.sentences())
                .extracting(s -> text.substring(s.start(), s.end()))
                .containsExactly(
                        "Hi Dana,",
                        "Could you send me the draft?",
                        "It's for Mr. Voss.",
                        "- the logo",
                        "- the banner",
                        "Best,",
                        "Maria");
        assertThat(read.strongest(Head.ASK)).contains(read.sentences().get(1));
        assertThat(read.shown())
                .contains(
                        Courtesy.GREETING, Courtesy.CLOSING, Courtesy.QUESTION, Courtesy.SOFTENER);
    }

    @Test
    void joinsLinesThatOnlyWrapped() {
        String text =
                "We would like to move the meeting from Tuesday to the following\nWednesday if that works for you. Thanks!";
        assertThat(READER.read(text).sentences()).hasSize(2);
    }

    @Test
    void givesTheSameForCurlyAndStraightApostrophesAndAnyCase() {
        assertThat(READER.read("I’M NOT HAPPY WITH THE REPORT.").of(Head.UNHAPPY))
                .isEqualTo(READER.read("I'm not happy with the report.").of(Head.UNHAPPY))
                .isGreaterThan(0.8);
    }

    @Test
    void readsAQuestionByItsWordOrderWithoutAMark() {
        for (String text :
                List.of(
                        "Do you get the same with the other file",
                        "What version do you need",
                        "How much longer will the print take",
                        "Which of the two do you prefer",
                        "Have you had this before",
                        "How are you getting on with the report?")) {
            assertThat(READER.read(text).of(Head.ASK)).as(text).isGreaterThan(0.6);
        }
        for (String text :
                List.of(
                        "What I did is to save the file twice.",
                        "When I do a backup, it leaves the files where they are.",
                        "Where the two lists are, nobody knows.",
                        "Which is what we wanted.")) {
            TextFeatures read = READER.read(text);
            assertThat(read.of(Head.ASK) < 0.6 || read.of(Head.ADVICE) == 1).as(text).isTrue();
        }
    }

    @Test
    void readsPraiseAsTheEndOfTheMatter() {
        for (String text :
                List.of(
                        "Perfect, thank you!",
                        "Brilliant!",
                        "Great, thanks so much!",
                        "Wonderful! Thanks a lot.",
                        "That works fine, but I had to use the new browser.",
                        "The list seems to load, and that seems to work.",
                        "I can now open the folder.")) {
            assertThat(READER.read(text).of(Head.SETTLED)).as(text).isGreaterThan(0.6);
        }
        for (String text :
                List.of(
                        "Great news about the fair.",
                        "Perfect timing is everything.",
                        "That works fine, but the list does not load.")) {
            assertThat(READER.read(text).of(Head.SETTLED)).as(text).isLessThan(0.6);
        }
    }

    @Test
    void doesNotTakeCourtesiesForQuestions() {
        for (String text :
                List.of(
                        "Please let me know if you have any questions.",
                        "Please find the report attached.",
                        "How are you?",
                        "Hope you had a great weekend!",
                        "Thanks in advance!",
                        "Feel free to call.",
                        "No need to reply.")) {
            assertThat(READER.read(text).of(Head.ASK)).as(text).isLessThan(0.6);
        }
    }

    @Test
    void doesNotTakeAQuestionMarkInAWebAddressForAQuestion() {
        assertThat(READER.read("The page is https://example.example/a?b=c").of(Head.ASK))
                .isLessThan(0.6);
    }

    @Test
    void leavesOtherPeoplesWordsOut() {
        assertThat(
                        READER.read(
                                        "A customer wrote \"I am not happy with the report at all\" on the form.")
                                .of(Head.UNHAPPY))
                .isLessThan(0.6);
    }

    @Test
    void readsOtherLanguages() {
        for (String text :
                List.of(
                        "Könnten Sie mir bitte den Entwurf schicken?",
                        "Pourriez-vous m'envoyer le rapport ?",
                        "¿Podrías enviarme el informe?",
                        "Puoi mandarmi il rapporto?",
                        "Você pode me enviar o relatório?",
                        "Kun je me het rapport sturen?")) {
            assertThat(READER.read(text).of(Head.ASK)).as(text).isGreaterThan(0.6);
        }
        for (String text :
                List.of(
                        "Ich bin mit dem Ergebnis leider gar nicht zufrieden.",
                        "Nous ne sommes pas satisfaits du résultat.",
                        "No estamos contentos con el resultado.",
                        "Non siamo soddisfatti del risultato.",
                        "Não estamos satisfeitos com o resultado.",
                        "We zijn niet tevreden met het resultaat.")) {
            assertThat(READER.read(text).of(Head.UNHAPPY)).as(text).isGreaterThan(0.6);
        }
        for (String text :
                List.of(
                        "Wir machen das ab jetzt selbst.",
                        "Nous allons nous en occuper nous-mêmes.",
                        "A partir de ahora lo haremos nosotros mismos.",
                        "D'ora in poi ce ne occupiamo noi.",
                        "A partir de agora nós mesmos cuidamos disso.",
                        "Vanaf nu doen we het zelf.")) {
            assertThat(READER.read(text).of(Head.TAKEN_BACK)).as(text).isGreaterThan(0.6);
        }
    }

    @Test
    void leavesAPhonesFooterInAQuoteToWhoWroteIt() {
        String text = "Fine.\n\n> Sent from my iPhone";
        Body body =
                new Body(
                        text,
                        List.of(
                                new Zone(ZoneType.NEW, 0, 5),
                                new Zone(ZoneType.QUOTE, 7, text.length())));
        assertThat(READER.read(body, Optional.empty()).shows(Courtesy.MOBILE)).isFalse();
    }

    @Test
    void seesAPhonesFooterOutsideTheNewText() {
        String text = "Fine.\n\nSent from my iPhone";
        Body body =
                new Body(
                        text,
                        List.of(
                                new Zone(ZoneType.NEW, 0, 5),
                                new Zone(ZoneType.SIGNATURE, 7, text.length())));
        assertThat(READER.read(body, Optional.empty()).shows(Courtesy.MOBILE)).isTrue();
        assertThat(READER.read(body, Optional.empty()).words()).isEqualTo(1);
    }

    @Test
    void readsNothingInNothing() {
        assertThat(READER.read("").sentences()).isEmpty();
        assertThat(READER.read(" \n\t\n ").words()).isZero();
    }

    @Test
    void keepsAtMostTwoHundredSentences() {
        assertThat(READER.read("Yes. ".repeat(5_000)).sentences())
                .hasSize(TextFeatures.MOST_SENTENCES);
    }

    @Test
    void storesWhatItReadWithoutLoss() {
        TextFeatures read =
                READER.read(
                        "Hi Dana,\n\nI'm not happy with the report, could you fix it?\n\nThanks!\nMaria");
        TextFeatures again = TextFeatures.decode(read.encode());
        assertThat(again.sentences()).isEqualTo(read.sentences());
        assertThat(again.shown()).isEqualTo(read.shown());
        assertThat(again.words()).isEqualTo(read.words());
        assertThat(again.encode()).isEqualTo(read.encode());
        assertThat(read.encode().length).isLessThan(100);
    }

    @Test
    void refusesFeaturesItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextFeatures.decode(new byte[] {99, 1}))
                .withMessageContaining("version 99");
        assertThatIllegalArgumentException().isThrownBy(() -> TextFeatures.decode(new byte[0]));
        byte[] stored = READER.read("Hello there.").encode();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TextFeatures.decode(java.util.Arrays.copyOf(stored, stored.length - 3)))
                .withMessageContaining("cut short");
    }

    @Test
    void saysNothingOfToneInALanguageItDoesNotRead() {
        TextFeatures read =
                READER.read(
                        "Jestem bardzo rozczarowany tą pracą i nie będę już za nią płacić. Czy to jest wszystko?");
        assertThat(read.language()).contains(new Language("pl"));
        assertThat(read.isRead()).isFalse();
        assertThat(read.of(Head.UNHAPPY)).isZero();
        assertThat(read.of(Head.ASK)).isGreaterThan(0.6);
        assertThat(read.politeness()).isEqualTo(0.5);
    }

    @Test
    void leavesTheLanguageOpenWhereTheWordsAreTooFew() {
        assertThat(READER.read("Ok.").language()).isEmpty();
        assertThat(READER.read("Ok.").isRead()).isTrue();
    }

    @Test
    void remembersByWhichDaySomethingIsPromised() {
        Body body =
                Body.ofNewText(
                        "I called the printer today. I'll send you the draft by Friday and the rest next week.");
        LocalDate tuesday = LocalDate.of(2026, 3, 3);
        TextFeatures read = READER.read(body, Optional.of(tuesday));
        assertThat(read.promisedDay()).contains(LocalDate.of(2026, 3, 13));
        assertThat(TextFeatures.decode(read.encode()).promisedDay()).isEqualTo(read.promisedDay());
        assertThat(READER.read(body, Optional.empty()).promisedDay()).isEmpty();
    }
}
