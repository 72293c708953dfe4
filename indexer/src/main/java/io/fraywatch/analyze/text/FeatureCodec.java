package io.fraywatch.analyze.text;

import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The stored form of text features: version, counts, then per sentence its place and its heads
/// that aren't 0.
///
/// Numbers are variable-length, 7 bits a byte, lowest first.
final class FeatureCodec {
    private static final int HEADER = 48;

    /// Stands for a day that isn't there; promises are made later.
    private static final int NO_DAY = 0;

    private static final int PER_SENTENCE = 13 + Head.values().length;

    private FeatureCodec() {}

    static byte[] encode(TextFeatures features) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + features.sentences().size() * PER_SENTENCE);
        out.put((byte) TextFeatures.VERSION);
        putNumber(out, features.words());
        int bits = 0;
        for (Courtesy courtesy : features.shown()) {
            bits |= 1 << courtesy.bit();
        }
        putNumber(out, bits);
        out.put(toByte(features.politeness()));
        out.put(toByte(features.formality()));
        putLanguage(out, features.language());
        putNumber(out, features.promisedDay().map(FeatureCodec::dayNumber).orElse(NO_DAY));
        putNumber(out, features.sentences().size());
        int last = 0;
        for (Sentence sentence : features.sentences()) {
            putNumber(out, sentence.start() - last);
            putNumber(out, sentence.end() - sentence.start());
            putScores(out, sentence.scores());
            last = sentence.end();
        }
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    static TextFeatures decode(byte[] stored) {
        if (stored.length == 0 || Byte.toUnsignedInt(stored[0]) != TextFeatures.VERSION) {
            throw new IllegalArgumentException(
                    "stored text features are of version "
                            + (stored.length == 0 ? "none" : Byte.toUnsignedInt(stored[0]))
                            + ", this program reads "
                            + TextFeatures.VERSION
                            + "; run `rebuild`");
        }
        try {
            return read(ByteBuffer.wrap(stored, 1, stored.length - 1));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException(
                    "stored text features are cut short after "
                            + stored.length
                            + " bytes; run `rebuild`",
                    e);
        }
    }

    private static TextFeatures read(ByteBuffer in) {
        int words = number(in);
        Set<Courtesy> shown = courtesies(number(in));
        double politeness = Byte.toUnsignedInt(in.get()) / 255.0;
        double formality = Byte.toUnsignedInt(in.get()) / 255.0;
        Optional<Language> language = language(in);
        int day = number(in);
        Optional<LocalDate> promised =
                day == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
        int count = number(in);
        List<Sentence> sentences = new ArrayList<>(Math.min(count, TextFeatures.MOST_SENTENCES));
        int last = 0;
        for (int i = 0; i < count; i++) {
            int start = last + number(in);
            last = start + number(in);
            sentences.add(new Sentence(start, last, scores(in)));
        }
        return new TextFeatures(words, shown, politeness, formality, language, promised, sentences);
    }

    private static int dayNumber(LocalDate day) {
        return Math.clamp(day.toEpochDay(), NO_DAY, Integer.MAX_VALUE);
    }

    private static void putLanguage(ByteBuffer out, Optional<Language> language) {
        byte[] tag = language.map(Language::tag).orElse("").getBytes(StandardCharsets.US_ASCII);
        out.put((byte) tag.length);
        out.put(tag);
    }

    private static Optional<Language> language(ByteBuffer in) {
        byte[] tag = new byte[Byte.toUnsignedInt(in.get())];
        in.get(tag);
        return tag.length == 0
                ? Optional.empty()
                : Optional.of(new Language(new String(tag, StandardCharsets.US_ASCII)));
    }

    private static Set<Courtesy> courtesies(int bits) {
        Set<Courtesy> shown = EnumSet.noneOf(Courtesy.class);
        for (Courtesy courtesy : Courtesy.values()) {
            if ((bits & (1 << courtesy.bit())) != 0) {
                shown.add(courtesy);
            }
        }
        return shown;
    }

    private static void putScores(ByteBuffer out, Scores scores) {
        int present = 0;
        for (Head head : Head.values()) {
            if (scores.raw(head) > 0) {
                present |= 1 << head.slot();
            }
        }
        putNumber(out, present);
        for (Head head : Head.values()) {
            if (scores.raw(head) > 0) {
                out.put((byte) scores.raw(head));
            }
        }
    }

    private static Scores scores(ByteBuffer in) {
        int present = number(in);
        byte[] values = new byte[Head.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (present & (1 << i)) == 0 ? 0 : in.get();
        }
        return Scores.ofBytes(values);
    }

    private static byte toByte(double share) {
        return (byte) Math.round(share * 255);
    }

    private static void putNumber(ByteBuffer out, int value) {
        int left = value;
        while (left >= 0x80) {
            out.put((byte) (left | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
    }

    private static int number(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new BufferUnderflowException();
    }
}
