package io.fraywatch.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.mail.ClientId;
import io.fraywatch.mail.MessageKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static List<Suggestion> suggestions(Correspondents mail, Client... named) {
        return Suggestions.of(
                mail.traces(), new ClientDirectory(List.of(named), true), mail.now(), ZONE);
    }

    private static List<String> ids(Correspondents mail) {
        return suggestions(mail).stream().map(each -> each.client().id().value()).toList();
    }

    @Test
    void suggestsWhoWritesWithUsBothWays() {
        Suggestion only =
                suggestions(
                                new Correspondents()
                                        .exchanged(20, "Priya Shah <priya@harbor-lane.example>")
                                        .asking()
                                        .wrote("priya@harbor-lane.example")
                                        .after(Duration.ofDays(3)))
                        .getFirst();
        assertThat(only.client().name()).isEqualTo("Harbor Lane");
        assertThat(only.client().id()).isEqualTo(new ClientId("harbor-lane"));
        assertThat(only.client().domains()).containsExactly("harbor-lane.example");
        assertThat(only.mailsIn()).isEqualTo(21);
        assertThat(only.mailsOut()).isEqualTo(20);
        assertThat(only.reason())
                .isEqualTo("41 mails both ways since March, last one 3 days ago; asks you things");
        assertThat(only.where().zone().map(ZoneId::getId)).contains("America/Chicago");
        assertThat(only.score()).isGreaterThan(70);
    }

    @Test
    void suggestsOneEntryForAllPeopleOfAFirm() {
        assertThat(
                        ids(
                                new Correspondents()
                                        .exchanged(3, "priya@harborlane.co.uk")
                                        .exchanged(3, "tom@mail.harborlane.co.uk")))
                .containsExactly("harborlane");
    }

    @Test
    void suggestsPersonsAtFreeMailProviders() {
        List<Suggestion> list =
                suggestions(
                        new Correspondents()
                                .exchanged(3, "Beatrix Lowell <b.lowell@gmail.com>")
                                .exchanged(3, "Kim Lee <kimlee@yahoo.co.uk>"));
        assertThat(list)
                .extracting(each -> each.client().name())
                .containsExactlyInAnyOrder("Beatrix Lowell", "Kim Lee");
        assertThat(list)
                .flatExtracting(each -> each.client().addresses())
                .containsExactlyInAnyOrder("b.lowell@gmail.com", "kimlee@yahoo.co.uk");
    }

    @Test
    void putsAPrivateAddressWithTheFirmItsOwnerWorksFor() {
        Suggestion only =
                suggestions(
                                new Correspondents()
                                        .exchanged(4, "Priya Shah <priya@harborlane.example>")
                                        .in("x")
                                        .weWrote("Priya Shah <priya@harborlane.example>")
                                        .wrote("Priya Shah <pshah81@gmail.com>"))
                        .getFirst();
        assertThat(only.client().domains()).containsExactly("harborlane.example");
        assertThat(only.client().addresses()).containsExactly("pshah81@gmail.com");
        assertThat(only.mailsIn()).isEqualTo(5);
    }

    @Test
    void suggestsNobodyWhoNeverAnswers() {
        assertThat(ids(new Correspondents().weWrote("a@cold.example").weWrote("a@cold.example")))
                .isEmpty();
    }

    @Test
    void suggestsNobodyWeNeverAnswered() {
        Correspondents mail = new Correspondents();
        for (int i = 0; i < 50; i++) {
            mail.in("p" + i).wrote("seller@pitch.example");
        }
        assertThat(ids(mail)).isEmpty();
    }

    @Test
    void suggestsNoNewslettersAndRobots() {
        Correspondents mail = new Correspondents().in("once").wrote("kim@shop.example");
        mail.weWrote("kim@shop.example");
        for (int i = 0; i < 30; i++) {
            mail.in("n" + i).as(MessageKind.BULK).wrote("news@shop.example");
        }
        assertThat(ids(mail)).isEmpty();
    }

    @Test
    void suggestsNoSupportDesksThatWeAsk() {
        Correspondents mail = new Correspondents();
        for (int i = 0; i < 2; i++) {
            mail.in("t" + i).weWrote("support@host.example").wrote("support@host.example");
        }
        assertThat(ids(mail)).isEmpty();
    }

    @Test
    void suggestsNobodyWhoOnlyTalksOnAList() {
        Correspondents mail = new Correspondents();
        for (int i = 0; i < 9; i++) {
            mail.in("l" + i).overheard("kim@boats.example", "list@lists.example");
        }
        mail.in("ours").weWrote("list@lists.example", "kim@boats.example");
        assertThat(ids(mail)).isEmpty();
    }

    @Test
    void suggestsNoColleagues() {
        assertThat(ids(new Correspondents().exchanged(5, "Kim Lee <kim@us.example>"))).isEmpty();
    }

    @Test
    void listsNamedClientsFirstEvenWithoutMail() {
        Client acme =
                new Client(
                        new ClientId("acme"),
                        "Acme",
                        Set.of("acme.example"),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty());
        List<Suggestion> list =
                suggestions(new Correspondents().exchanged(5, "priya@harborlane.example"), acme);
        assertThat(list).extracting(Suggestion::named).containsExactly(true, false);
        assertThat(list.getFirst().reason()).isEqualTo("no mail yet");
    }

    @Test
    void countsNothingAfterTheDayAskedAbout() {
        Correspondents mail = new Correspondents().exchanged(5, "priya@harborlane.example");
        assertThat(
                        Suggestions.of(
                                mail.traces(),
                                new ClientDirectory(List.of(), true),
                                Correspondents.START,
                                ZONE))
                .isEmpty();
    }

    @Test
    void givesNoTwoClientsOneId() {
        assertThat(
                        ids(
                                new Correspondents()
                                        .exchanged(5, "a@harborlane.example")
                                        .exchanged(5, "b@harborlane.co.uk")))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }
}
