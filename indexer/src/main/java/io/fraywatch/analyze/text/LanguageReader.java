package io.fraywatch.analyze.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells what language a text is written in: by its script where one language has it to itself,
/// otherwise by its words. Immutable; safe for many threads.
public final class LanguageReader {
    /// Fewer letters don't tell a language; a character of Chinese or Japanese counts as three.
    private static final int FEWEST_LETTERS = 12;

    private static final int FEWEST_WORDS = 3;

    /// How many words are looked at together, from so many places of a long text.
    private static final int SLICE = 8;

    private static final int MOST_SLICES = 6;

    /// How far a slice reaches at most, in characters.
    private static final int REACH = 120;

    /// How much likelier, in nats, the language must be than the next likely one.
    private static final double SURE = 3.5;

    /// The share of words in another language from which on the text is mixed.
    private static final double MIXED = 0.3;

    /// The share of letters that must be of one script.
    private static final double ONE_SCRIPT = 0.7;

    private static final Map<UnicodeScript, String> OWN_SCRIPT =
            new EnumMap<>(
                    Map.of(
                            UnicodeScript.GREEK, "el",
                            UnicodeScript.HEBREW, "he",
                            UnicodeScript.HANGUL, "ko",
                            UnicodeScript.HAN, "zh",
                            UnicodeScript.DEVANAGARI, "hi",
                            UnicodeScript.THAI, "th",
                            UnicodeScript.GEORGIAN, "ka",
                            UnicodeScript.ARMENIAN, "hy",
                            UnicodeScript.BENGALI, "bn",
                            UnicodeScript.TAMIL, "ta"));

    private final LanguageProfiles profiles = LanguageProfiles.load();

    /// The language of an author's own words; empty when they are too few, too mixed or of a
    /// language that we don't know.
    public Optional<Language> of(String text) {
        Scripts scripts = Scripts.of(text);
        if (scripts.letters() < FEWEST_LETTERS) {
            return Optional.empty();
        }
        String own = scripts.ownLanguage();
        return own.isEmpty() ? byWords(slices(text)) : Optional.of(new Language(own));
    }

    private Optional<Language> byWords(List<List<String>> slices) {
        if (slices.stream().mapToInt(List::size).sum() < FEWEST_WORDS) {
            return Optional.empty();
        }
        List<Ranking> rankings = new ArrayList<>(slices.size());
        slices.forEach(slice -> rankings.add(new Ranking(profiles.score(slice))));
        Ranking whole = Ranking.sum(rankings);
        if (whole.lead() < SURE) {
            return Optional.empty();
        }
        int others = 0;
        for (Ranking ranking : rankings) {
            others += ranking.best() != whole.best() && ranking.lead() >= SURE ? 1 : 0;
        }
        return others > MIXED * rankings.size()
                ? Optional.empty()
                : Optional.of(profiles.language(whole.best()));
    }

    /// All words of a short text, some from the beginning, the end and between of a long one.
    private static List<List<String>> slices(String text) {
        List<List<String>> slices = new ArrayList<>(MOST_SLICES);
        if (text.length() <= MOST_SLICES * REACH) {
            List<String> words = words(text);
            int count = Math.clamp(words.size() / SLICE, 1, MOST_SLICES);
            for (int i = 0; i < count; i++) {
                slices.add(words.subList(i * words.size() / count, (i + 1) * words.size() / count));
            }
            return slices;
        }
        for (int i = 0; i < MOST_SLICES; i++) {
            int from = (int) ((long) i * (text.length() - REACH) / (MOST_SLICES - 1));
            List<String> words = words(text.substring(from, from + REACH));
            if (words.size() > 2) {
                // the first and the last may be cut
                slices.add(words.subList(1, Math.min(words.size() - 1, 1 + SLICE)));
            }
        }
        return slices;
    }

    /// The words in lower case: runs of letters and apostrophes. Numbers, addresses and names of
    /// files say nothing of a language.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int end = text.length();
        int at = 0;
        while (at < end) {
            while (at < end && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int from = at;
            boolean plain = true;
            while (at < end && !Character.isWhitespace(text.charAt(at))) {
                char c = text.charAt(at++);
                plain &= !Character.isDigit(c) && "@/\\_=<>{}".indexOf(c) < 0;
            }
            if (plain) {
                addWords(text.substring(from, at).toLowerCase(Locale.ROOT), words);
            }
        }
        return words;
    }

    private static void addWords(String run, List<String> words) {
        int from = 0;
        for (int i = 0; i <= run.length(); i++) {
            boolean inside =
                    i < run.length()
                            && (Character.isLetter(run.charAt(i))
                                    || Character.getType(run.charAt(i))
                                            == Character.NON_SPACING_MARK);
            if (!inside) {
                if (i > from) {
                    words.add(run.substring(from, i));
                }
                from = i + 1;
            }
        }
    }

    /// Languages by how likely they are.
    private static final class Ranking {
        /// In nats, by the profile's index.
        private final float[] scores;

        Ranking(float[] scores) {
            this.scores = scores;
        }

        static Ranking sum(List<Ranking> rankings) {
            float[] sum = rankings.getFirst().scores.clone();
            for (Ranking ranking : rankings.subList(1, rankings.size())) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += ranking.scores[i];
                }
            }
            return new Ranking(sum);
        }

        int best() {
            int best = 0;
            for (int i = 1; i < scores.length; i++) {
                best = scores[i] > scores[best] ? i : best;
            }
            return best;
        }

        /// How much likelier the best is than the next.
        float lead() {
            int best = best();
            float next = 0;
            for (int i = 0; i < scores.length; i++) {
                next = i == best ? next : Math.max(next, scores[i]);
            }
            return scores[best] - next;
        }
    }

    /// How many letters of which script a text has.
    private record Scripts(Map<UnicodeScript, Integer> counts, int letters) {
        private static final int MOST_LETTERS = 200;

        static Scripts of(String text) {
            Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
            int letters = 0;
            for (int i = 0; i < text.length() && letters < MOST_LETTERS; ) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                if (Character.isLetter(c)) {
                    UnicodeScript script = c < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(c);
                    int weight = Character.isIdeographic(c) ? 3 : 1;
                    counts.merge(script, weight, Integer::sum);
                    letters += weight;
                }
            }
            return new Scripts(counts, letters);
        }

        /// The language that has the text's script to itself; empty if several share it or no
        /// script prevails.
        String ownLanguage() {
            int kana = count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA);
            if (kana * 10 >= letters && kana + count(UnicodeScript.HAN) >= ONE_SCRIPT * letters) {
                return "ja";
            }
            return OWN_SCRIPT.entrySet().stream()
                    .filter(own -> count(own.getKey()) >= ONE_SCRIPT * letters)
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }

        private int count(UnicodeScript script) {
            return counts.getOrDefault(script, 0);
        }
    }
}
