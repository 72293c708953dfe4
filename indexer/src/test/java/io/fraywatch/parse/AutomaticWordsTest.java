package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AutomaticWordsTest {
    @Test
    void knowsAMachinesAnswerByItsFirstWordsBehindAGreeting() {
        for (String text :
                List.of(
                        "this is an automated response to a message you have sent.",
                        "guten tag,\n\ndies ist eine automatische antwort.",
                        "ceci est une réponse automatique.",
                        "hola:\nesta es una respuesta automática.")) {
            assertThat(AutomaticWords.opensAutomatically(text)).as(text).isTrue();
        }
    }

    @Test
    void leavesToAPersonWhoWritesAboutOne() {
        for (String text :
                List.of(
                        "all i got was \"this is an automated response\", so i'm trying you.",
                        "hi dana, thanks for the draft, which i read on the train and liked.\n"
                                + "this is an automatic reply, or so the form says.")) {
            assertThat(AutomaticWords.opensAutomatically(text)).as(text).isFalse();
        }
    }

    @Test
    void takesAnAbsenceForASubjectOnlyWhereNothingButTheAnsweredMailFollows() {
        assertThat(AutomaticWords.saysAutomatic("abwesenheitsnotiz: rechnung 7")).isTrue();
        assertThat(AutomaticWords.saysAutomatic("abwesenheitsnotiz")).isTrue();
        assertThat(AutomaticWords.saysAutomatic("abwesenheitsnotiz – jan vogt")).isTrue();
        assertThat(AutomaticWords.saysAutomatic("abwesenheitsnotiz für die webseite")).isFalse();
        assertThat(AutomaticWords.saysAutomatic("message d'absence pour le site")).isFalse();
    }
}
