package io.fraywatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
    @ParameterizedTest
    @CsvSource({
        "harborlane.example, harborlane.example",
        "mail.eu.harborlane.example, harborlane.example",
        "harborlane.co.uk, harborlane.co.uk",
        "mail.harborlane.co.uk, harborlane.co.uk",
        "mail.harborlane.com.au, harborlane.com.au",
        "shop.co.jp, shop.co.jp",
        "harborlane.onmicrosoft.com, harborlane.onmicrosoft.com",
        "co.uk, co.uk",
        "localhost, localhost",
        "'', ''",
    })
    void knowWhichPartWasRegistered(String domain, String organisation) {
        assertThat(Domains.organisation(domain)).isEqualTo(organisation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "yahoo.co.uk", "gmx.de", "hotmail.com.br", "web.de"})
    void knowWhereAnybodyCanHaveAnAddress(String domain) {
        assertThat(Domains.isFreeMail(domain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harborlane.example", "web.example", "notgmail.com", ""})
    void knowWhereNotEverybodyCan(String domain) {
        assertThat(Domains.isFreeMail(domain)).isFalse();
    }

    @Test
    void oneFirmIsOneClientWhateverSubdomainItWritesFrom() {
        ClientDirectory everybody = new ClientDirectory(List.of(), true);
        assertThat(everybody.clientOf(Address.of("a@mail.harborlane.co.uk")).map(Client::id))
                .contains(new ClientId("harborlane.co.uk"))
                .isEqualTo(everybody.clientOf(Address.of("b@harborlane.co.uk")).map(Client::id));
        assertThat(everybody.clientOf(Address.of("a@other.co.uk")).map(Client::id))
                .contains(new ClientId("other.co.uk"));
    }

    @Test
    void aNamedClientIsFoundUnderAnySpellingOfAGmailAddress() {
        Client priya =
                new Client(
                        new ClientId("priya"),
                        "Priya",
                        Set.of(),
                        Set.of("priya.shah@gmail.com"),
                        Optional.empty(),
                        Optional.empty());
        assertThat(
                        new ClientDirectory(List.of(priya), false)
                                .clientOf(Address.of("priyashah+x@googlemail.com")))
                .contains(priya);
    }
}
