package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.MailPart;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Protection;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.nio.charset.StandardCharsets;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/// What a mail is made of: its tree of parts, mails within mails, what is signed or encrypted, and
/// files written into the text.
class PartsTest {
    private static final String ENCLOSING =
            """
            Subject: Fwd: Draft
            Content-Type: multipart/mixed; boundary=b

            --b

            Please see below.
            --b
            Content-Type: message/rfc822

            From: Tom Hale <tom@harborlane.example>
            Subject: =?utf-8?Q?Draft_f=C3=BCr_Mai?=
            Content-Type: multipart/mixed; boundary=c

            --c

            The draft is late again.
            --c
            Content-Type: application/pdf; name="draft.pdf"

            %PDF
            --c--
            --b--
            """;

    @Test
    void tellsTheTreeOfPartsIntoTheEnclosedMail() {
        assertThat(parse(ENCLOSING).structure().parts())
                .extracting(MailPart::depth, MailPart::type, MailPart::name)
                .containsExactly(
                        row(0, "multipart/mixed", ""),
                        row(1, "text/plain", ""),
                        row(1, "message/rfc822", ""),
                        row(2, "multipart/mixed", ""),
                        row(3, "text/plain", ""),
                        row(3, "application/pdf", "draft.pdf"));
    }

    @Test
    void showsAnEnclosedMailAsAForwardBehindItsHeader() {
        ParsedMail mail = parse(ENCLOSING);
        Zone last = mail.body().zones().getLast();
        assertThat(last.type()).isEqualTo(ZoneType.FORWARD);
        assertThat(mail.body().text().substring(last.start(), last.end()))
                .contains("From: Tom Hale", "Subject: Draft für Mai", "The draft is late again.");
        assertThat(mail.body().newText()).isEqualTo("Please see below.");
    }

    @Test
    void listsTheFilesOfAnEnclosedMail() {
        assertThat(parse(ENCLOSING).attachments())
                .extracting(Attachment::type)
                .containsExactly("message/rfc822", "application/pdf");
    }

    @Test
    void takesPartsOfADigestForMails() {
        ParsedMail mail =
                parse(
                        """
                        Content-Type: multipart/digest; boundary=b

                        --b

                        Subject: One

                        First.
                        --b

                        Subject: Two

                        Second.
                        --b--
                        """);
        assertThat(mail.structure().parts())
                .extracting(MailPart::type)
                .containsExactly(
                        "multipart/digest",
                        "message/rfc822",
                        "text/plain",
                        "message/rfc822",
                        "text/plain");
        assertThat(mail.body().text()).contains("First.", "Second.");
    }

    @Test
    void readsTheTextThatAnSMimeSignatureEncloses() {
        ParsedMail mail =
                parse(
                        """
                        Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m
                        Content-Transfer-Encoding: base64

                        MIAGCSqGSIb3DQEHAqCAMIACAQExADCABgkqhkiG9w0BBwGggCSABERDb250ZW50
                        LVR5cGU6IHRleHQvcGxhaW47IGNoYXJzZXQ9dXRmLTgNCg0KVGhlIGxvZ28gaXMg
                        b24gaXRzIHdheS4NCgAAAAAAADEAAAAAAAAA
                        """);
        assertThat(mail.structure().protection()).isEqualTo(Protection.SIGNED);
        assertThat(mail.body().newText()).isEqualTo("The logo is on its way.");
    }

    @Test
    void marksAnSMimeEnvelopeAsEncrypted() {
        ParsedMail mail =
                parse(
                        """
                        Content-Type: application/octet-stream; name=smime.p7m
                        Content-Transfer-Encoding: base64

                        MIAGCSqGSIb3DQEHA6CAMIACAQAxAAAAAAAA
                        """);
        assertThat(mail.structure().protection()).isEqualTo(Protection.ENCRYPTED);
        assertThat(mail.body().newText()).isEmpty();
    }

    @Test
    void takesCipherTextForNobodysWords() {
        ParsedMail mail =
                parse(
                        """
                        Subject: x

                        See this.

                        -----BEGIN PGP MESSAGE-----
                        Version: GnuPG v2

                        hQEMAwzOQ1qnzNo7AQgAjxmcGvA5pKhaz5UHRbpUYL1oYIdZ
                        =ABCD
                        -----END PGP MESSAGE-----
                        """);
        assertThat(mail.structure().protection()).isEqualTo(Protection.ENCRYPTED);
        assertThat(mail.body().newText()).isEqualTo("See this.");
    }

    @Test
    void unwrapsTextSignedWithinItself() {
        ParsedMail mail =
                parse(
                        """
                        Subject: x

                        -----BEGIN PGP SIGNED MESSAGE-----
                        Hash: SHA256

                        I need these today:
                        - - the logo
                        - - the invoice
                        -----BEGIN PGP SIGNATURE-----

                        iQEzBAEBCAAdFiEE
                        -----END PGP SIGNATURE-----
                        """);
        assertThat(mail.structure().protection()).isEqualTo(Protection.SIGNED);
        assertThat(mail.body().newText())
                .isEqualTo("I need these today:\n- the logo\n- the invoice");
    }

    @Test
    void takesAUuencodedFileOutOfTheText() {
        ParsedMail mail =
                parse(
                        """
                        Subject: x

                        The file you asked for:

                        begin 644 note.txt
                        #0V%T
                        `
                        end

                        Bye
                        """);
        assertThat(mail.attachments())
                .containsExactly(new Attachment("note.txt", "application/octet-stream", 3));
        assertThat(mail.body().text()).doesNotContain("#0V%T").contains("Bye");
    }

    @Test
    void leavesASentenceThatBeginsLikeAFileAlone() {
        ParsedMail mail = parse("Subject: x\n\nPlease\nbegin 100 letters\ntoday\n");
        assertThat(mail.body().newText()).isEqualTo("Please\nbegin 100 letters\ntoday");
    }

    @Test
    void showsWhatStandsInAMultipartWithoutParts() {
        ParsedMail mail = parse("Content-Type: multipart/mixed; boundary=b\n\nNo boundary here.\n");
        assertThat(mail.body().newText()).isEqualTo("No boundary here.");
    }

    @Test
    void saysThatAMailIsOnePieceOfSeveral() {
        ParsedMail mail =
                parse(
                        """
                        Content-Type: message/partial; id="a@x.example"; number=2; total=5

                        rest of a picture
                        """);
        assertThat(mail.problems()).anyMatch(problem -> problem.contains("piece 2 of 5 of a mail"));
        assertThat(mail.body().text()).isEmpty();
    }

    @Test
    void namesFilesThatLieElsewhere() {
        ParsedMail mail =
                parse(
                        """
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: message/external-body; access-type=URL;
                         URL="https://files.example/d/draft.pdf?key=1"

                        Content-Type: application/pdf

                        --b
                        Content-Type: message/external-body; access-type=URL;
                         URL="https://files.example/d/7"

                        Content-Type: application/pdf
                        Content-Disposition: attachment; filename="invoice.pdf"

                        --b--
                        """);
        assertThat(mail.attachments())
                .extracting(Attachment::name)
                .containsExactly("draft.pdf", "invoice.pdf");
        assertThat(mail.problems()).anyMatch(problem -> problem.contains("isn't in the mail"));
    }

    private static Tuple row(int depth, String type, String name) {
        return tuple(depth, type, name);
    }

    private static ParsedMail parse(String mail) {
        return new MailParser().parse(mail.getBytes(StandardCharsets.UTF_8));
    }
}
