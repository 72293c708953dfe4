package io.fraywatch.analyze.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How often words and parts of words occur in each of some languages, counted from samples.
/// Immutable.
///
/// Naive Bayes over words and over runs of three letters, edges of words counting as letters
/// (Cavnar and Trenkle 1994, with probabilities in place of ranks).
final class LanguageProfiles {
    /// Samples differ in length; counts are per so many n-grams.
    private static final double SAMPLE = 2_000;

    /// What an n-gram never seen in a language's sample counts as.
    private static final double UNSEEN = 0.25;

    private static final int RUN = 3;

    /// Slots of the table, a power of two, about twice as many as n-grams.
    private static final int SLOTS = 1 << 16;

    private final List<Language> languages;
    private final long[] grams = new long[SLOTS];

    /// By slot and language: how much likelier the n-gram is there than where it was never seen, in
    /// nats; only of languages that have it. Entries of a slot lie between its offset and the next.
    private final int[] offsets = new int[SLOTS + 1];

    private final byte[] owners;
    private final float[] nats;

    private LanguageProfiles(List<Language> languages, List<String> samples) {
        this.languages = List.copyOf(languages);
        int[][] counts = new int[SLOTS][];
        int[] sizes = new int[languages.size()];
        for (int language = 0; language < samples.size(); language++) {
            for (String word : LanguageReader.words(samples.get(language))) {
                count(word, language, counts, sizes);
            }
        }
        int entries = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            offsets[slot] = entries;
            entries += counts[slot] == null ? 0 : owners(counts[slot]);
        }
        offsets[SLOTS] = entries;
        this.owners = new byte[entries];
        this.nats = new float[entries];
        for (int slot = 0; slot < SLOTS; slot++) {
            if (counts[slot] != null) {
                fill(slot, counts[slot], sizes);
            }
        }
    }

    static LanguageProfiles load() {
        Map<String, StringBuilder> samples = samples();
        return new LanguageProfiles(
                samples.keySet().stream().map(Language::new).toList(),
                samples.values().stream().map(StringBuilder::toString).toList());
    }

    private static Map<String, StringBuilder> samples() {
        Map<String, StringBuilder> samples = new LinkedHashMap<>();
        try (InputStream in = LanguageProfiles.class.getResourceAsStream("languages.txt")) {
            if (in == null) {
                throw new IllegalStateException("languages.txt is missing from the program");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            StringBuilder current = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    current = new StringBuilder();
                    samples.put(line.substring(1, line.length() - 1), current);
                } else if (!line.startsWith("#")) {
                    current.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("languages.txt can't be read", e);
        }
        return samples;
    }

    private void count(String word, int language, int[][] counts, int[] sizes) {
        for (int at = -1; at < word.length(); at++) {
            long gram = at < 0 ? whole(word) : run(word, at);
            int slot = slot(gram);
            if (counts[slot] == null) {
                grams[slot] = gram;
                counts[slot] = new int[languages.size()];
            }
            counts[slot][language]++;
            sizes[language]++;
        }
    }

    private static int owners(int[] counts) {
        int owners = 0;
        for (int count : counts) {
            owners += count > 0 ? 1 : 0;
        }
        return owners;
    }

    private void fill(int slot, int[] counts, int[] sizes) {
        int entry = offsets[slot];
        for (int language = 0; language < counts.length; language++) {
            if (counts[language] > 0) {
                double seen = SAMPLE * counts[language] / sizes[language];
                owners[entry] = (byte) language;
                nats[entry++] = (float) Math.log((seen + UNSEEN) / UNSEEN);
            }
        }
    }

    Language language(int index) {
        return languages.get(index);
    }

    /// How likely each language is by these words, in nats above never having seen any of them.
    float[] score(List<String> words) {
        float[] scores = new float[languages.size()];
        for (String word : words) {
            add(whole(word), scores);
            for (int at = 0; at < word.length(); at++) {
                add(run(word, at), scores);
            }
        }
        return scores;
    }

    private void add(long gram, float[] scores) {
        int slot = slot(gram);
        for (int entry = offsets[slot]; entry < offsets[slot + 1]; entry++) {
            scores[owners[entry]] += nats[entry];
        }
    }

    /// Where the n-gram lies, or where it would.
    private int slot(long gram) {
        int slot = (int) ((gram * 0x9E3779B97F4A7C15L) >>> 48);
        while (grams[slot] != gram && grams[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    /// The word as a number that no run of letters has.
    private static long whole(String word) {
        long hash = 7;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return hash | (1L << 62);
    }

    /// The letters around one, as a number.
    private static long run(String word, int at) {
        long run = 0;
        for (int i = at - 1; i < at - 1 + RUN; i++) {
            run = (run << 16) | (i < 0 || i >= word.length() ? ' ' : word.charAt(i));
        }
        return run;
    }
}
