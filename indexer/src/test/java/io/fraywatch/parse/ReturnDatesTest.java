package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnDatesTest {
    private static final OffsetDateTime WEDNESDAY = OffsetDateTime.parse("2026-03-04T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-09 | I am out of the office until Monday 9 March.",
                "2026-03-12 | I will be back on March 12th.",
                "2026-03-12 | I am out from Friday, March 6 and back on Thursday, March 12.",
                "2026-03-10 | I'm away from 5 to 9 March with limited access to email.",
                "2026-03-09 | I will return on Monday.",
                "2026-03-14 | Out of office 05/03/2026 - 13/03/2026",
                "2026-03-14 | Ich bin vom 05.03.2026 bis 13.03.2026 nicht im Büro.",
                "2026-03-14 | Ich bin bis einschließlich 13. März abwesend.",
                "2026-03-16 | Ich bin ab dem 16.03. wieder im Büro erreichbar.",
                "2026-03-16 | Am 16. März bin ich zurück.",
                "2026-03-14 | Je suis absent du 5 au 13 mars inclus. En cas d'urgence",
                "2026-03-16 | Je serai de retour le lundi 16 mars 2026.",
                "2026-03-16 | Je suis absent jusqu'au 16 mars.",
                "2026-03-16 | Estaré fuera de la oficina hasta el 16 de marzo.",
                "2026-03-14 | Estaré de vacaciones del 5 al 13 de marzo de 2026.",
                "2026-03-16 | Regresaré el lunes 16 de marzo.",
                "2026-03-16 | Sono fuori ufficio fino al 16 marzo.",
                "2026-03-14 | Sarò assente dal 5 al 13 marzo.",
                "2026-03-16 | Rientrerò lunedì 16 marzo.",
                "2026-03-14 | Ik ben afwezig tot en met vrijdag 13 maart.",
                "2026-03-16 | Ik ben op 16 maart weer aanwezig.",
                "2026-03-14 | Ik ben afwezig van 5 tot 13 maart",
                "2026-03-16 | Estarei ausente até 16 de março.",
                "2026-03-14 | Estarei de férias de 5 a 13 de março.",
                "2026-03-16 | Voltarei no dia 16 de março.",
                "2026-03-14 | I am currently on vacation through March 13, 2026.",
                "2026-03-10 | I am out of office, returning Tuesday March 10. For urgent matters"
                        + " call Bob",
                "2026-03-07 | I'm on leave until and including Friday.",
                "2027-01-02 | Thank you for your email. I am away and will be back in the office on"
                        + " 2 January.",
                "2026-03-10 | I am out of the office March 5-9 and will respond on my return.",
                "2026-03-14 | I will be out 3/5/2026 to 3/13/2026",
                "2026-03-09 | Out from Thursday to Friday, back on Monday",
                "2026-03-10 | I am out of the office from Thursday, March 5 until Monday, March 9.",
                "2026-03-09 | I'll be back Monday.",
                "2026-03-16 | Jag är tillbaka den 16 mars.",
                "2026-03-16 | I will be out of the office starting 03/05/2026 and will not return"
                        + " until 03/16/2026.",
                "2026-03-16 | Vom 5. bis 13. März bin ich im Urlaub und ab Montag, den 16. März"
                        + " wieder für Sie da."
            })
    void findsTheFirstDayBack(LocalDate expected, String note) {
        assertThat(ReturnDates.find(note, WEDNESDAY)).contains(expected);
    }

    @Test
    void findsNoneWhereNoneIsNamed() {
        assertThat(ReturnDates.find("I am travelling and will answer when I can.", WEDNESDAY))
                .isEmpty();
        assertThat(ReturnDates.find("I'll be out tomorrow. Call 555-1234567 on 12.30", WEDNESDAY))
                .isEmpty();
    }

    @Test
    void doesNotTakeADayGoneByForTheReturn() {
        assertThat(ReturnDates.find("I was back on 1 March 2020.", WEDNESDAY)).isEmpty();
    }
}
