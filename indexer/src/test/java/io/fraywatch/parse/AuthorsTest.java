package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Who wrote it, as the lists and programs of this world hide it.
class AuthorsTest {
    private static final String MAILMAN =
            """
            List-Id: Talk about boats <boats.lists.example>
            List-Post: <mailto:boats@lists.example>
            """;

    private static String author(String headers) {
        String mail = headers.strip() + "\nSubject: Boats\n\nHello.\n";
        return new MailParser()
                .parse(mail.getBytes(StandardCharsets.UTF_8))
                .headers()
                .author()
                .map(Address::toString)
                .orElse("nobody");
    }

    @Test
    void isInReplyToWhereMailmanRewroteFrom() {
        assertThat(
                        author(
                                MAILMAN
                                        + """
                                        From: Dana Reyes via Boats <boats@lists.example>
                                        Reply-To: Dana Reyes <dana@reyes.example>
                                        """))
                .isEqualTo("Dana Reyes <dana@reyes.example>");
    }

    @Test
    void isTheOneOfTheSameNameWhereReplyToNamesSeveral() {
        assertThat(
                        author(
                                MAILMAN
                                        + """
                                        From: "'Reyes, Dana' via Boats" <boats@lists.example>
                                        Reply-To: kim@lee.example, Dana Reyes <dana@reyes.example>
                                        """))
                .isEqualTo("Dana Reyes <dana@reyes.example>");
    }

    @Test
    void isInCcWhereAnswersGoToTheList() {
        assertThat(
                        author(
                                MAILMAN
                                        + """
                                        From: Dana Reyes via Boats <boats@lists.example>
                                        Reply-To: Boats <boats@lists.example>
                                        Cc: Kim Lee <kim@lee.example>, Dana Reyes <dana@reyes.example>
                                        """))
                .isEqualTo("Dana Reyes <dana@reyes.example>");
    }

    @Test
    void isNobodyElseInCc() {
        assertThat(
                        author(
                                MAILMAN
                                        + """
                                        From: Dana Reyes via Boats <boats@lists.example>
                                        Cc: Kim Lee <kim@lee.example>
                                        """))
                .isEqualTo("Dana Reyes <boats@lists.example>");
    }

    @Test
    void isInXMailFromOfMailmanThree() {
        assertThat(
                        author(
                                MAILMAN
                                        + """
                                        From: Dana Reyes via Boats <boats@lists.example>
                                        X-MailFrom: dana@reyes.example
                                        """))
                .isEqualTo("Dana Reyes <dana@reyes.example>");
    }

    @Test
    void isInXOriginalSenderOfGoogleGroups() {
        assertThat(
                        author(
                                """
                                From: "'Dana Reyes' via Support" <support@harborlane.example>
                                List-ID: <support.harborlane.example>
                                X-Original-Sender: dana@reyes.example
                                """))
                .isEqualTo("Dana Reyes <dana@reyes.example>");
    }

    @Test
    void isCodedIntoTheAddressAtGroupsIo() {
        assertThat(
                        author(
                                """
                                From: "Dana Reyes via groups.io" <dana=reyes.example@groups.example>
                                Reply-To: boats@groups.example
                                List-ID: <boats.groups.example>
                                """))
                .isEqualTo("Dana Reyes <dana@reyes.example>");
    }

    @Test
    void staysAsListservHidesIt() {
        assertThat(
                        author(
                                """
                                From: Dana Reyes <0000012ab34c-dmarc-request@listserv.example>
                                List-Post: <mailto:boats@listserv.example>
                                Reply-To: Boats <boats@listserv.example>
                                """))
                .isEqualTo("Dana Reyes <0000012ab34c-dmarc-request@listserv.example>");
    }

    @Test
    void isTheVisitorOfAContactForm() {
        assertThat(
                        author(
                                """
                                From: Dana Reyes via Harbor Lane <forms@sites.example>
                                Reply-To: Dana Reyes <dana@reyes.example>
                                """))
                .isEqualTo("Dana Reyes <dana@reyes.example>");
    }

    @Test
    void isFromAndNotWhoSentItForThem() {
        assertThat(
                        author(
                                """
                                From: Dana Reyes <dana@reyes.example>
                                Sender: Kim Lee <kim@reyes.example>
                                Reply-To: office@reyes.example
                                """))
                .isEqualTo("Dana Reyes <dana@reyes.example>");
    }

    @Test
    void isWhoSentItWhereNoFromStands() {
        assertThat(author("Sender: Kim Lee <kim@reyes.example>"))
                .isEqualTo("Kim Lee <kim@reyes.example>");
    }

    @Test
    void isNotOneWhoTravelsVia() {
        assertThat(author("From: Via Reyes <via@reyes.example>\nReply-To: kim@lee.example"))
                .isEqualTo("Via Reyes <via@reyes.example>");
    }
}
