package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.fraywatch.mail.ParsedMail;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Hostile mails: each is read as far as the limits go, with its problem named, and nothing is
/// thrown.
class LimitsTest {
    private final MailParser parser = new MailParser();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void opensNoMoreThan32LevelsOfParts() {
        StringBuilder mail = new StringBuilder("From: a@x.example\n");
        for (int i = 0; i < 200_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(parse(mail.toString()).problems())
                .anyMatch(p -> p.contains("nested more than 32 deep"));
    }

    @Test
    void stopsAt500Parts() {
        StringBuilder mail =
                new StringBuilder(
                        "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n");
        mail.repeat("--b\nContent-Type: application/pdf\n\nx\n", 200_000);
        ParsedMail parsed = parse(mail.toString());
        assertThat(parsed.problems()).anyMatch(p -> p.contains("more than 500 parts"));
        assertThat(parsed.attachments()).hasSize(500);
    }

    @Test
    void cutsAnEndlessSubjectAndKeepsTheRestOfTheHeader() {
        String subject = "=?utf-8?Q?Draft_?= ".repeat(150_000);
        ParsedMail parsed =
                parse(
                        "Subject: "
                                + subject
                                + "\nFrom: dana@reyes.example\nMessage-ID: <1@x.example>\n\nHi\n");
        assertThat(parsed.headers().subject())
                .startsWith("Draft Draft")
                .hasSizeLessThanOrEqualTo(4_000);
        assertThat(parsed.headers().author()).isPresent();
        assertThat(parsed.problems()).anyMatch(p -> p.contains("header is too long"));
    }

    @Test
    void putsUpWithAnEndlessLine() {
        String line = "a".repeat(6_000_000);
        assertThat(parse("From: a@x.example\n\n" + line).problems())
                .anyMatch(p -> p.contains("cut short"));
        assertThat(parse("X-Long: " + line + "\nFrom: a@x.example\n\nHi").headers().from())
                .hasSize(1);
        assertThat(
                        parse(
                                        "Content-Type: multipart/mixed; boundary=b\n\n--b\nX-Long: "
                                                + line
                                                + "\n\nHi\n--b--\n")
                                .problems())
                .isNotEmpty();
        assertThat(parse(line).body().text()).hasSizeLessThanOrEqualTo(5 * 1024 * 1024);
    }

    @Test
    void countsHeadersReferencesAndAddresses() {
        ParsedMail parsed =
                parse(
                        "From: a@x.example\nReferences: "
                                + "<r@x.example> ".repeat(1)
                                + manyReferences()
                                + "\nTo: "
                                + "b@x.example, ".repeat(3_000)
                                + "\n"
                                + "X-A: b\n".repeat(5_000)
                                + "\nHi\n");
        assertThat(parsed.headers().references()).hasSize(200);
        assertThat(parsed.headers().to()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(parsed.problems()).hasSizeGreaterThanOrEqualTo(3);
    }

    private static String manyReferences() {
        StringBuilder references = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            references.append('<').append(i).append("@x.example> ");
        }
        return references.toString();
    }

    @Test
    void check43TakesDeepAndBrokenHtmlWithinASecondAnd64MiB() {
        for (String html :
                new String[] {
                    "<div>".repeat(200_000) + "deep",
                    "<blockquote>x".repeat(70_000),
                    "<".repeat(500_000),
                    "<table><tr><td>a".repeat(60_000),
                    "<table><b>".repeat(100_000),
                    "<p><b>x".repeat(140_000),
                    "<ol><li>x".repeat(100_000),
                    "<a><b></a>".repeat(100_000),
                    "<b style='color:red'>".repeat(45_000),
                    "<a href='http://x.example'>b".repeat(20_000)
                }) {
            assertCheap("From: a@x.example\nContent-Type: text/html\n\n" + html);
        }
    }

    @Test
    void check43TakesBombsOfPartsWithinASecondAnd64MiB() {
        StringBuilder within = new StringBuilder("From: a@x.example\n");
        within.repeat("Content-Type: message/rfc822\n\n", 100_000);
        StringBuilder multiparts = new StringBuilder("From: a@x.example\n");
        for (int i = 0; i < 100_000; i++) {
            multiparts.append("Content-Type: multipart/mixed; boundary=b").append(i);
            multiparts.append("\n\n--b").append(i).append('\n');
        }
        String header = "From: a@x.example\nContent-Type: ";
        for (String mail :
                new String[] {
                    within.toString(),
                    multiparts.toString(),
                    header + "multipart/mixed; boundary=b\n\n" + "--b\n".repeat(1_000_000),
                    header + "multipart/digest; boundary=b\n\n" + "--b\n\na: b\n".repeat(200_000),
                    header + "text/plain; " + "x=y; ".repeat(50_000) + "\n\nHi",
                    header + "text/plain; " + "n*1=y; ".repeat(30_000) + "\n\nHi",
                    "Subject: " + "=?utf-8?B?".repeat(20_000) + "\n\nHi",
                    "To: " + "\"(<".repeat(60_000) + "\n\nHi",
                    "Subject: x\n\n" + "begin 644 a\n#0V%T\n".repeat(200_000),
                    "Subject: x\n\n" + "-----BEGIN PGP MESSAGE-----\n".repeat(100_000),
                    "Subject: x\n\n" + "=ybegin name=x\n".repeat(100_000),
                    header
                            + "application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n"
                            + "MIAGCSqGSIb3DQEHAqCA".repeat(100_000)
                }) {
            assertCheap(mail);
        }
    }

    @Test
    void check43TakesBombsWithinWinmailDatWithinASecondAnd64MiB() {
        byte[] deep = "{\\rtf1 ".concat("{\\b a".repeat(400_000)).getBytes(StandardCharsets.UTF_8);
        byte[] fonts = "\\f1\\'e9".repeat(250_000).getBytes(StandardCharsets.UTF_8);
        byte[] turns = "\\f1\\'e9\\f2\\'e9".repeat(125_000).getBytes(StandardCharsets.UTF_8);
        for (WinmailBuilder mail :
                new WinmailBuilder[] {
                    new WinmailBuilder().rtf(deep),
                    new WinmailBuilder().rtf(fonts),
                    new WinmailBuilder().rtf(turns),
                    new WinmailBuilder()
                            .rtf("\\u9731 ".repeat(280_000).getBytes(StandardCharsets.UTF_8)),
                    new WinmailBuilder().packedRtf(400_000),
                    new WinmailBuilder().text(WinmailBuilder.BODY, "a\n".repeat(500_000)),
                    new WinmailBuilder().text(WinmailBuilder.HTML, "<p>x".repeat(250_000))
                }) {
            assertCheap(mail.endOfMail().mail());
        }
        WinmailBuilder files = new WinmailBuilder().endOfMail();
        for (int i = 0; i < 20_000; i++) {
            files.file("A.PDF", "a.pdf", new byte[1]);
        }
        assertCheap(files.mail());
    }

    private void assertCheap(String mail) {
        byte[] raw = mail.getBytes(StandardCharsets.UTF_8);
        long cpu = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        parser.parse(raw);
        String start = mail.substring(0, Math.min(90, mail.length()));
        assertThat(threads.getCurrentThreadCpuTime() - cpu)
                .as("nanoseconds of CPU for %s", start)
                .isLessThan(1_000_000_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - bytes)
                .as("bytes allocated for %s", start)
                .isLessThan(64L * 1024 * 1024);
    }

    @Test
    void readsAnyBytesWhatsoever() {
        long seed = 20260304;
        Random random = new Random(seed);
        byte[] sample = SAMPLE.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] raw = round % 3 == 0 ? new byte[random.nextInt(400)] : sample.clone();
            int changes = round % 3 == 0 ? raw.length : 1 + random.nextInt(30);
            for (int i = 0; i < changes; i++) {
                raw[raw.length == 0 ? 0 : random.nextInt(raw.length)] = (byte) random.nextInt(256);
            }
            ParsedMail parsed = parser.parse(raw);
            assertThat(parsed.body().newText().length())
                    .as("seed %d round %d", seed, round)
                    .isLessThanOrEqualTo(parsed.body().text().length() + 100);
            assertThat(RawIdentity.of(raw).value()).hasSize(32);
        }
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(0, 1, 1, 1, 1, 1, 1, 1, 1, 1))
                .withMessageContaining("depth is 0");
    }

    private ParsedMail parse(String mail) {
        return parser.parse(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static final String SAMPLE =
            """
            From: =?utf-8?Q?J=C3=B6rg?= <joerg@x.example>
            To: "Reyes, Dana" <dana@reyes.example>, team: a@x.example, b@x.example;
            Date: Wed, 4 Mar 2026 10:00:00 +0100
            Message-ID: <1@x.example>
            In-Reply-To: <0@x.example>
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8; format=flowed
            Content-Transfer-Encoding: quoted-printable

            Hi Dana,

            can you send the draft by Friday?=20

            Best regards,
            Joerg

            On Tue, 3 Mar 2026, Dana wrote:
            > until Monday 9 March

            --b
            Content-Type: text/html

            <p>Hi <b>Dana</b><blockquote type=cite>x</blockquote>
            --b--
            """;
}
