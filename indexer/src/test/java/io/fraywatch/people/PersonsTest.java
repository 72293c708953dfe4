package io.fraywatch.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.MessageKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonsTest {
    private static List<Set<String>> joined(Correspondents mail) {
        return Persons.of(mail.traces()).stream()
                .filter(person -> person.addresses().size() > 1)
                .map(person -> Set.copyOf(person.addresses()))
                .toList();
    }

    @Test
    void joinsTheSpellingsOfOneMailbox() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .wrote("priya.shah@gmail.com")
                                        .wrote("priyashah+work@googlemail.com")))
                .containsExactly(Set.of("priya.shah@gmail.com", "priyashah+work@googlemail.com"));
    }

    @Test
    void joinsWhoAnswersFromAnotherAddress() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .weWrote("Priya Shah <priya@harborlane.example>")
                                        .wrote("Priya Shah <pshah81@gmail.com>")))
                .containsExactly(Set.of("priya@harborlane.example", "pshah81@gmail.com"));
    }

    @Test
    void joinsTheAddressesOfOneNameAtOneFirm() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .in("a")
                                        .wrote("Shah, Priya <pshah@harborlane.example>")
                                        .in("b")
                                        .wrote("Priya Shah <priya.shah@eu.harborlane.example>")))
                .hasSize(1);
    }

    @Test
    void joinsTheAddressesOfOneNameAtAFirmWithTwoDomains() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .in("a")
                                        .wrote("Priya Shah <priya@harborlane.example>")
                                        .in("b")
                                        .wrote("Priya Shah <priya@harborlane.co.uk>")))
                .hasSize(1);
    }

    @Test
    void doesNotJoinByNameAlone() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .in("a")
                                        .wrote("John Smith <john@harborlane.example>")
                                        .in("b")
                                        .wrote("John Smith <john@stroud.example>")))
                .isEmpty();
    }

    @Test
    void doesNotJoinByAFreeMailDomain() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .in("a")
                                        .wrote("John Smith <john.smith@gmail.com>")
                                        .in("b")
                                        .wrote("John Smith <smithj@gmail.com>")
                                        .in("c")
                                        .wrote("John Smith <john.smith@yahoo.com>")))
                .isEmpty();
    }

    @Test
    void doesNotJoinFatherAndSon() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .wrote("John Smith Sr. <john@smithandson.example>")
                                        .wrote("John Smith Jr. <johnny@smithandson.example>")))
                .isEmpty();
    }

    @Test
    void doesNotJoinNamesakesWhoWriteToEachOther() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .overheard(
                                                "John Smith <john@smithandson.example>",
                                                "John Smith <js@smithandson.example>")
                                        .overheard(
                                                "John Smith <js@smithandson.example>",
                                                "John Smith <john@smithandson.example>")))
                .isEmpty();
    }

    @Test
    void doesNotJoinNamesakesNumberedByTheirFirm() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .in("a")
                                        .wrote("John Smith <john.smith@bigcorp.example>")
                                        .in("b")
                                        .wrote("John Smith <john.smith2@bigcorp.example>")))
                .isEmpty();
    }

    @Test
    void doesNotJoinADeskToAPerson() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .wrote("Priya Shah <info@harborlane.example>")
                                        .wrote("Priya Shah <priya@harborlane.example>")))
                .isEmpty();
    }

    @Test
    void doesNotJoinTwoWhoShareAFirstName() {
        assertThat(
                        joined(
                                new Correspondents()
                                        .wrote("Priya <priya@harborlane.example>")
                                        .wrote("Priya <priya2@harborlane.example>")))
                .isEmpty();
    }

    @Test
    void everyAddressBelongsToOnePerson() {
        Correspondents mail =
                new Correspondents()
                        .as(MessageKind.BULK)
                        .wrote("news@shop.example")
                        .wrote(
                                "Priya Shah <priya@harborlane.example>",
                                "Kim Lee <kim@lee.example>");
        assertThat(Persons.of(mail.traces()))
                .extracting(person -> person.addresses().first())
                .containsExactlyInAnyOrder(
                        "news@shop.example", "priya@harborlane.example", "kim@lee.example");
    }
}
