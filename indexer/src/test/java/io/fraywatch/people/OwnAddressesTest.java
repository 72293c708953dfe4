package io.fraywatch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnAddressesTest {
    private static List<String> found(Correspondents mail) {
        return OwnAddresses.of(mail.traces()).stream().map(OwnAddress::address).toList();
    }

    @Test
    void areWhatMailWentOutFrom() {
        Correspondents mail = new Correspondents();
        mail.filedAsSent().overheard("Me <me@old.example>", "priya@harborlane.example");
        mail.filedAsSent().overheard("Me <me+x@old.example>", "priya@harborlane.example");
        assertThat(OwnAddresses.of(mail.traces()))
                .containsExactly(new OwnAddress("me@old.example", 2, "2 mails went out from it"));
    }

    @Test
    void areNotThoseOfOthersWhoseMailWasMovedThere() {
        Correspondents mail = new Correspondents();
        for (int i = 0; i < 5; i++) {
            mail.wrote("priya@harborlane.example");
        }
        mail.filedAsSent().wrote("priya@harborlane.example");
        mail.filedAsSent().wrote("priya@harborlane.example");
        assertThat(found(mail)).isEmpty();
    }

    @Test
    void areThoseThatSeveralWriteToInOurName() {
        Correspondents mail = new Correspondents().weWrote("priya@harborlane.example");
        for (int i = 0; i < 6; i++) {
            mail.overheard("writer" + i + "@harborlane.example", "me@alias.example");
        }
        assertThat(found(mail)).containsExactly("me@alias.example");
    }

    @Test
    void areNoMailingLists() {
        Correspondents mail = new Correspondents().weWrote("priya@harborlane.example");
        for (int i = 0; i < 60; i++) {
            mail.overheard("writer" + i + "@harborlane.example", "boats@lists.example");
        }
        assertThat(found(mail)).isEmpty();
    }

    @Test
    void areNoNamesakesWhoAnswer() {
        Correspondents mail = new Correspondents().weWrote("priya@harborlane.example");
        for (int i = 0; i < 6; i++) {
            mail.overheard("writer" + i + "@harborlane.example", "me@alias.example");
        }
        assertThat(found(mail.wrote("me@alias.example"))).isEmpty();
    }
}
