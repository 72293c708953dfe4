package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.MailPart;
import io.fraywatch.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Mails that Outlook wraps in `winmail.dat`.
class WinmailTest {
    private static final String WRAPPED_HTML =
            "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\r\n"
                    + "{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 The draft is \\htmlrtf hidden"
                    + " \\htmlrtf0 {\\*\\htmltag84 <b>}late{\\*\\htmltag92 </b>} again.\\htmlrtf"
                    + " }\\htmlrtf0 {\\*\\htmltag72 </p>}}";

    @Test
    void readsTheTextWhereThereIsNoOther() {
        assertThat(
                        parse(
                                        new WinmailBuilder()
                                                .text(
                                                        WinmailBuilder.BODY,
                                                        "Hi Dana,\r\nwhere is it?")
                                                .endOfMail()
                                                .mail())
                                .body()
                                .newText())
                .isEqualTo("Hi Dana,\nwhere is it?");
    }

    @Test
    void readsHtmlInTheCharsetItNames() {
        byte[] html = "<p>Der Entwurf für Mai</p>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(
                        parse(
                                        new WinmailBuilder()
                                                .bytes(WinmailBuilder.HTML, html)
                                                .endOfMail()
                                                .mail())
                                .body()
                                .newText())
                .isEqualTo("Der Entwurf für Mai");
    }

    @Test
    void readsTheHtmlThatAnRtfBodyWraps() {
        assertThat(rtfMail(WRAPPED_HTML).body().newText()).isEqualTo("The draft is late again.");
    }

    @Test
    void readsTheWordsOfAnRtfBodyAlone() {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}"
                        + "{\\*\\generator X;}\\pard Where is it?\\par\r\n{\\pict 00ff}"
                        + "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt See here}}\\'85\\par}";
        assertThat(rtfMail(rtf).body().newText()).isEqualTo("Where is it?\nSee here…");
    }

    @Test
    void readsRtfInTheCharsetOfItsFont() {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}\\f0"
                        + " Tom: \\f1\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2, \\uc1\\u1084?\\u1080?\\u1088?!}";
        assertThat(rtfMail(rtf).body().newText()).isEqualTo("Tom: Привет, мир!");
    }

    /// The example of MS-OXRTFCP §4.1.
    @Test
    void unpacksRtf() {
        byte[] packed =
                HexFormat.of()
                        .parseHex(
                                "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
                                        + "0af32068656c090020627705b06c647d0a800fa0");
        assertThat(new String(CompressedRtf.unpack(packed, 1_000), StandardCharsets.US_ASCII))
                .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    @Test
    void listsItsFilesByTheirLongNames() {
        ParsedMail mail =
                parse(
                        new WinmailBuilder()
                                .text(WinmailBuilder.BODY, "See the file.")
                                .endOfMail()
                                .file("DRAFTF~1.PDF", "Draft für Mai.pdf", new byte[70_000])
                                .file("B.PDF", "b.pdf", new byte[5])
                                .mail());
        assertThat(mail.attachments())
                .containsExactly(
                        new Attachment("Draft für Mai.pdf", "application/pdf", 70_000),
                        new Attachment("b.pdf", "application/pdf", 5));
    }

    @Test
    void leavesOutTheTextThatStandsOutsideAlready() {
        String mail =
                """
                Content-Type: multipart/mixed; boundary=b

                --b

                Where is the draft?
                --b
                Content-Type: application/octet-stream; name=winmail.dat
                Content-Transfer-Encoding: base64

                %s
                --b--
                """
                        .formatted(
                                base64(
                                        new WinmailBuilder()
                                                .text(WinmailBuilder.BODY, "Where is the draft?")
                                                .endOfMail()
                                                .file("A.PDF", "a.pdf", new byte[3])
                                                .build()));
        assertThat(parse(mail).body().text()).isEqualTo("Where is the draft?");
        assertThat(parse(mail).attachments()).extracting(Attachment::name).containsExactly("a.pdf");
    }

    @Test
    void showsWhatItHoldsInTheTreeOfParts() {
        assertThat(
                        parse(
                                        new WinmailBuilder()
                                                .text(WinmailBuilder.BODY, "Hi")
                                                .endOfMail()
                                                .file("A.PDF", "a.pdf", new byte[3])
                                                .mail())
                                .structure()
                                .parts())
                .extracting(MailPart::type)
                .containsExactly(
                        "application/ms-tnef", "multipart/mixed", "text/plain", "application/pdf");
    }

    @Test
    void saysThatItCannotBeRead() {
        ParsedMail mail =
                parse("Content-Type: application/ms-tnef; name=winmail.dat\n\nThis is none.\n");
        assertThat(mail.problems()).anyMatch(problem -> problem.contains("winmail.dat"));
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat");
    }

    @Test
    void readsWhatIsThereOfABrokenOne() {
        byte[] whole =
                new WinmailBuilder()
                        .text(WinmailBuilder.BODY, "Where is the draft?")
                        .rtf(WRAPPED_HTML.getBytes(StandardCharsets.US_ASCII))
                        .endOfMail()
                        .file("A.PDF", "a.pdf", new byte[100])
                        .build();
        long seed = 20260305;
        Random random = new Random(seed);
        for (int length = 0; length < whole.length; length++) {
            byte[] broken = Arrays.copyOf(whole, length);
            assertThat(parse(wrapped(broken)).attachments().size()).isLessThanOrEqualTo(1);
            for (int i = 6; i < length && random.nextInt(10) > 0; i++) {
                broken[random.nextInt(6, length)] = (byte) random.nextInt(256);
            }
            assertThat(parse(wrapped(broken)).body().text().length())
                    .as("seed %d length %d", seed, length)
                    .isLessThan(whole.length * 8);
        }
    }

    private static ParsedMail rtfMail(String rtf) {
        byte[] bytes = rtf.getBytes(StandardCharsets.ISO_8859_1);
        return parse(new WinmailBuilder().rtf(bytes).endOfMail().mail());
    }

    private static String wrapped(byte[] winmail) {
        return "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
                + base64(winmail)
                + "\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static ParsedMail parse(String mail) {
        return new MailParser().parse(mail.getBytes(StandardCharsets.UTF_8));
    }
}
