package io.fraywatch.eval;

import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/// What it costs to understand an ordinary mail, beside mime4j's token stream alone, which only
/// takes the same bytes apart and decodes them.
final class Cost implements Measure {
    private static final int ROUNDS = 7;
    private static final int EVERY = 3;
    private static final double MILLIS = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public String title() {
        return "Cost";
    }

    @Override
    public boolean timed() {
        return true;
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<byte[]> mails = ordinaryMails(corpora);
        MailParser parser = new MailParser();
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double parse = millisPerMail(mails, mail -> lengthOf(parser.parse(mail)));
            double tokens = millisPerMail(mails, Cost::tokens);
            if (round >= 0) {
                ours[round] = parse;
                theirs[round] = tokens;
            }
        }
        String data = mails.size() + " mails of usrp-users, median of " + ROUNDS + " rounds";
        double parse = median(ours);
        double tokens = median(theirs);
        return List.of(
                Figure.atMost("CPU ms a mail: parts, text, zones, kind", data, parse, 0.6),
                Figure.told("CPU ms a mail: mime4j's token stream alone", data, tokens),
                Figure.told("times mime4j", data, parse / tokens));
    }

    private static List<byte[]> ordinaryMails(Corpora corpora) throws IOException {
        List<byte[]> mails = new ArrayList<>();
        int count = 0;
        for (Path file : corpora.files("1-threads/usrp-users_2019-2021.maildir")) {
            if (count++ % EVERY == 0) {
                mails.add(Files.readAllBytes(file));
            }
        }
        return mails;
    }

    private double millisPerMail(List<byte[]> mails, ToLongFunction<byte[]> work) {
        long seen = 0;
        long before = threads.getCurrentThreadCpuTime();
        for (byte[] mail : mails) {
            seen += work.applyAsLong(mail);
        }
        long nanos = threads.getCurrentThreadCpuTime() - before;
        if (seen == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return nanos / MILLIS / mails.size();
    }

    private static long lengthOf(ParsedMail mail) {
        return mail.body().text().length() + mail.headers().subject().length() + 1L;
    }

    private static long tokens(byte[] mail) {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.parse(new ByteArrayInputStream(mail));
        long bytes = 1;
        try {
            EntityState state = stream.getState();
            while (state != EntityState.T_END_OF_STREAM) {
                if (state == EntityState.T_BODY) {
                    try (InputStream body = stream.getDecodedInputStream()) {
                        bytes += body.transferTo(OutputStream.nullOutputStream());
                    }
                }
                state = stream.next();
            }
        } catch (IOException | MimeException _) {
            return bytes;
        }
        return bytes;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
