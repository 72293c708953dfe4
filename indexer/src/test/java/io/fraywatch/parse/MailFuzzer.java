package io.fraywatch.parse;

import io.fraywatch.mail.Body;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Zone;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;

/// What must hold of any bytes; [FuzzTest] has Jazzer look for bytes of which it doesn't.
public final class MailFuzzer {
    private static final long MOST_NANOS = 1_000_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final MailParser PARSER = new MailParser();

    private MailFuzzer() {}

    /// Called by Jazzer first: lets it take hold of the parser's classes and word lists, whose time
    /// is no mail's.
    public static void fuzzerInitialize() {
        PARSER.parse(
                """
                From: a@x.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html

                <p>On 3 March a wrote:</p>
                --b
                Content-Type: text/calendar; method=REPLY

                BEGIN:VCALENDAR
                --b--
                """
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /// Called by Jazzer; throws when a mail breaks the parser's promises.
    public static void fuzzerTestOneInput(byte[] raw) {
        long before = THREADS.getCurrentThreadCpuTime();
        ParsedMail mail = PARSER.parse(raw);
        long nanos = THREADS.getCurrentThreadCpuTime() - before;
        if (nanos > MOST_NANOS) {
            throw new AssertionError("took " + nanos / 1_000_000 + " ms of CPU");
        }
        if (!coversAllWords(mail.body())) {
            throw new AssertionError("words lie outside all zones");
        }
        if (RawIdentity.of(raw).value().length() != 32) {
            throw new AssertionError("the mail has no identity");
        }
    }

    /// Whether what no zone covers is blank.
    static boolean coversAllWords(Body body) {
        int covered = 0;
        for (Zone zone : body.zones()) {
            if (!isBlank(body.text(), covered, zone.start())) {
                return false;
            }
            covered = zone.end();
        }
        return isBlank(body.text(), covered, body.text().length());
    }

    private static boolean isBlank(String text, int from, int to) {
        return text.substring(from, to)
                .chars()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
