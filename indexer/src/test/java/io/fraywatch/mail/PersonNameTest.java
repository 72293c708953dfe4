package io.fraywatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '§',
            value = {
                "Dana Reyes > Dana Reyes",
                "'Dana Reyes' via Support > Dana Reyes",
                "“Dana Reyes” > Dana Reyes",
                "Reyes, Dana (CONTRACTOR) > Dana Reyes",
                "Reyes, Dana M. > Dana M. Reyes",
                "REYES, DANA > Dana Reyes",
                "van der Berg, Joost > Joost van der Berg",
                "Dana Reyes [mailto:dana@x.example] > Dana Reyes",
                "Dana Reyes, PhD > Dana Reyes",
                "Dr. Dana Reyes > Dana Reyes",
                "Herr Prof. Jürgen Groß > Jürgen Groß",
                "John Smith, Jr. > John Smith Jr.",
                "Smith, John, Jr. > John Smith Jr.",
                "Reyes Design, Inc. > Reyes Design Inc.",
                "Dana Reyes | Harbor Lane > Dana Reyes",
                "Dana at Harbor Lane > Dana",
                "Dana Reyes/HOU/ECT@ECT > Dana Reyes",
                "Kim Lee on behalf of Dana Reyes > Dana Reyes",
                "Kim Lee im Auftrag von Dana Reyes > Dana Reyes",
                "DANA REYES-O'NEIL > Dana Reyes-O'Neil",
                "dana de la cruz > Dana de la Cruz",
                "Dana McArthur > Dana McArthur",
                "IBM > IBM",
                "🌸 Dana Reyes ✨ > Dana Reyes",
                "山田 太郎 > 山田 太郎",
                "(Dana) > Dana",
            })
    void isTheNameLessWhatStandsAroundIt(String shown, String full) {
        assertThat(PersonName.of(shown).full()).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({"dana@x.example", "=?utf-8?Q?broken", "'---'", "'42'", "''"})
    void isNothingWhereNoNameStands(String shown) {
        assertThat(PersonName.of(shown).full()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Dana Reyes, Dana",
        "J. Dana Reyes, Dana",
        "Dana, Dana",
        "山田 太郎, 山田",
    })
    void hasAFirstNameToCallThemBy(String full, String first) {
        assertThat(new PersonName(full).first()).contains(first);
    }

    @ParameterizedTest
    @CsvSource({
        "Support",
        "Harbor Lane Team",
        "Reyes Design Inc.",
        "J. Reyes",
        "Smith & Sons",
        "Customer Service"
    })
    void hasNoneForDesksFirmsAndInitials(String full) {
        assertThat(new PersonName(full).first()).isEmpty();
    }

    @Test
    void isSpeltInTheAddressWhereThereIsNoOther() {
        assertThat(PersonName.of(Address.of("dana.reyes@x.example")).full())
                .isEqualTo("Dana Reyes");
        assertThat(PersonName.of(Address.of("customer.service@x.example")).full()).isEmpty();
        assertThat(PersonName.of(Address.of("dreyes@x.example")).full()).isEmpty();
    }

    @Test
    void comparesWithoutAccentsAndMiddleInitials() {
        assertThat(new PersonName("José M. Núñez").key()).isEqualTo("jose nunez");
        assertThat(new PersonName("John Smith Jr.").key())
                .isNotEqualTo(new PersonName("John Smith").key());
    }

    @Test
    void tellsDesksFromPeople() {
        assertThat(PersonName.isRole("info")).isTrue();
        assertThat(PersonName.isRole("sales-team")).isTrue();
        assertThat(PersonName.isRole("dana.reyes")).isFalse();
        assertThat(PersonName.of("Support").first()).isEqualTo(Optional.empty());
    }
}
