package io.fraywatch.eval;

import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.Vectors;
import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What it costs to read what an ordinary mail's text does, once it is parsed.
final class ReadingCost implements Measure {
    private static final int ROUNDS = 5;
    private static final int WARM = 2;
    private static final int EVERY = 6;
    private static final int FEWER = 5;
    private static final double MILLIS = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public String title() {
        return "Reading";
    }

    @Override
    public boolean timed() {
        return true;
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<ParsedMail> mails = mails(corpora);
        TextReader reader = new TextReader();
        double[] millis = new double[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            double cost = millisPerMail(mails, reader);
            if (round >= 0) {
                millis[round] = cost;
            }
        }
        Arrays.sort(millis);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.atMost(
                        "CPU ms a mail: language, sentences, heads, tone",
                        mails.size() + " mails of usrp-users, median of " + ROUNDS + " rounds",
                        millis[ROUNDS / 2],
                        0.5));
        Vectors.encoder()
                .ifPresentOrElse(
                        encoder -> addSecond(encoder, mails, figures),
                        () -> figures.add(Figure.absent("with embeddings", PublicSets.NOT_THERE)));
        return figures;
    }

    /// What it costs to ask an embedding model, too, of fewer mails, as it takes so long.
    private void addSecond(Encoder encoder, List<ParsedMail> all, List<Figure> figures) {
        List<ParsedMail> mails =
                IntStream.range(0, all.size())
                        .filter(i -> i % FEWER == 0)
                        .mapToObj(all::get)
                        .toList();
        Counting counting = new Counting(encoder);
        TextReader reader = new TextReader(counting);
        long sentences =
                mails.stream().mapToLong(mail -> reader.read(mail).sentences().size()).sum();
        double asked = counting.asked;
        TextReader fresh = new TextReader(counting);
        String data = mails.size() + " mails of usrp-users";
        double millis = millisPerMail(mails, fresh);
        figures.add(Figure.told("with embeddings: CPU ms a mail", data, millis));
        figures.add(
                Figure.told(
                        "with embeddings: texts asked about, for each sentence",
                        data,
                        asked / sentences));
        figures.add(
                Figure.told(
                        "with embeddings: CPU ms a text asked about",
                        data,
                        millis * mails.size() / asked));
    }

    /// Counts how often it is asked.
    private static final class Counting implements Encoder {
        private final Encoder encoder;
        private int asked;

        Counting(Encoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public String name() {
            return encoder.name();
        }

        @Override
        public float[] encode(String text) {
            asked++;
            return encoder.encode(text);
        }
    }

    private static List<ParsedMail> mails(Corpora corpora) throws IOException {
        MailParser parser = new MailParser();
        List<ParsedMail> mails = new ArrayList<>();
        int count = 0;
        for (Path file : corpora.files("1-threads/usrp-users_2019-2021.maildir")) {
            if (count++ % EVERY == 0) {
                mails.add(parser.parse(Files.readAllBytes(file)));
            }
        }
        return mails;
    }

    private double millisPerMail(List<ParsedMail> mails, TextReader reader) {
        long sentences = 0;
        long before = threads.getCurrentThreadCpuTime();
        for (ParsedMail mail : mails) {
            sentences += reader.read(mail).sentences().size();
        }
        long nanos = threads.getCurrentThreadCpuTime() - before;
        if (sentences == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return nanos / MILLIS / mails.size();
    }
}
