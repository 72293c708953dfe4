package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.ParsedMail;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Understanding a whole mail takes time in proportion to its bytes, whatever stands in it: at most
/// 2.5 times as long for twice as much. The limits are lifted, so that they don't hide what grows.
class ParseGrowthTest {
    private static final double MOST = 2.5;
    private static final int SMALLEST = 200;
    private static final int LARGEST = 25_600;
    private static final long LONG_ENOUGH_NANOS = 5_000_000;
    private static final int RUNS = 3;
    private static final int ATTEMPTS = 6;
    private static final int MANY = Integer.MAX_VALUE / 4;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final MailParser PARSER =
            new MailParser(new Limits(32, MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY));

    private record Worst(String name, IntFunction<String> mail) {}

    private static final List<Worst> WORST =
            List.of(
                    new Worst("many parts", n -> parts("Content-Type: text/plain\n\nHi\n", n)),
                    new Worst("many files", n -> parts("Content-Type: a/b; name=c\n\nx\n", n)),
                    new Worst("nested multiparts", n -> nested(n / 30)),
                    new Worst(
                            "enclosed mails",
                            n -> parts("Content-Type: message/rfc822\n\nSubject: a\n\nHi\n", n)),
                    new Worst("mails in mails", n -> "Content-Type: message/rfc822\n\n".repeat(n)),
                    new Worst(
                            "alternatives",
                            n ->
                                    parts("Content-Type: text/html\n\n<p>Hi\n", n)
                                            .replace("mixed", "alternative")),
                    new Worst("boundaries", n -> parts("", n * 10)),
                    new Worst("many header fields", n -> "X-A: b\n".repeat(n * 5) + "\nHi"),
                    new Worst("folded header", n -> "Subject: a\n" + " b\n".repeat(n * 5)),
                    new Worst("encoded words", n -> "Subject: " + "=?utf-8?Q?a?= ".repeat(n * 5)),
                    new Worst("torn encoded words", n -> "Subject: " + "=?utf-8?B?".repeat(n * 5)),
                    new Worst("addresses", n -> "To: " + "\"a\" <b@c.example>, ".repeat(n)),
                    new Worst("torn addresses", n -> "To: " + "\"(<".repeat(n * 5)),
                    new Worst("references", n -> "References: " + "<a@b.example> ".repeat(n)),
                    new Worst("parameters", n -> "Content-Type: a/b; " + "c*1=d; ".repeat(n)),
                    new Worst("tables", n -> html("<table><tr><td>a<td>b</table>".repeat(n))),
                    new Worst("rows", n -> html("<table>" + "<tr><td>a<td>b".repeat(n))),
                    new Worst("tables in tables", n -> html("<table><tr><td>a".repeat(n))),
                    new Worst("quotes in quotes", n -> html("<blockquote>a".repeat(n))),
                    new Worst("lists", n -> html("<ol><li>a".repeat(n))),
                    new Worst("plain quotes", n -> "\n" + "> > a\n\nb\n".repeat(n)),
                    new Worst("quoted-printable", n -> encoded("=C3=A9=\n".repeat(n * 5))),
                    new Worst("calendar", n -> calendar("ATTENDEE;PARTSTAT=ACCEPTED:a\n", n)),
                    new Worst("calendar zones", n -> calendar("BEGIN:A\nTZID:b\nEND:A\n", n)),
                    new Worst("RTF groups", n -> rtf("{\\b a".repeat(n))),
                    new Worst("RTF fonts", n -> rtf("\\f1\\'e9".repeat(n))));

    @TestFactory
    Stream<DynamicTest> check44DoublesAtMostWithTheMail() {
        return WORST.stream()
                .map(worst -> DynamicTest.dynamicTest(worst.name(), () -> assertLinear(worst)));
    }

    /// Grows the mail until reading it takes long enough to be measured, then doubles it. It is the
    /// thread's own time, the best of several runs, tried again where it wavers.
    private static void assertLinear(Worst worst) {
        int size = SMALLEST;
        while (nanos(worst, size) < LONG_ENOUGH_NANOS && size < LARGEST) {
            size *= 2;
        }
        double ratio = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && ratio > MOST; attempt++) {
            long once = nanos(worst, size);
            ratio = (double) nanos(worst, size * 2) / once;
        }
        assertThat(ratio).as("time for twice the mail at size %d", size).isLessThanOrEqualTo(MOST);
    }

    private static long nanos(Worst worst, int size) {
        byte[] raw = worst.mail().apply(size).getBytes(StandardCharsets.UTF_8);
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = THREADS.getCurrentThreadCpuTime();
            ParsedMail mail = PARSER.parse(raw);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
            assertThat(mail.body().text()).isNotNull();
        }
        return best;
    }

    private static String parts(String part, int count) {
        return "Content-Type: multipart/mixed; boundary=b\n\n" + ("--b\n" + part).repeat(count);
    }

    /// Several times 30 multiparts, each within the one before.
    private static String nested(int times) {
        StringBuilder nest = new StringBuilder();
        for (int depth = 0; depth < 30; depth++) {
            String boundary = "c" + depth;
            nest.append("Content-Type: multipart/mixed; boundary=").append(boundary);
            nest.append("\n\n--").append(boundary).append('\n');
        }
        return parts(nest + "\nHi\n", Math.max(1, times));
    }

    private static String html(String html) {
        return "Content-Type: text/html\n\n" + html;
    }

    private static String encoded(String text) {
        return "Content-Transfer-Encoding: quoted-printable\n\n" + text;
    }

    private static String calendar(String line, int times) {
        return "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VEVENT\n" + line.repeat(times);
    }

    private static String rtf(String rtf) {
        byte[] winmail =
                new WinmailBuilder()
                        .rtf(("{\\rtf1 " + rtf).getBytes(StandardCharsets.US_ASCII))
                        .endOfMail()
                        .build();
        return "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(winmail);
    }
}
