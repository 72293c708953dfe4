package io.fraywatch.analyze.text;

import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.NgramModel;
import io.fraywatch.analyze.model.SentenceGrams;
import io.fraywatch.analyze.text.TextFeatures.Courtesy;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a mail's text does, by phrases and trained weights that it loads once. Immutable;
/// safe for many threads.
///
/// English is read in full; in German, French, Spanish, Italian, Portuguese and Dutch requests,
/// thanks, complaints, work taken back and the wrong person. In any other language only questions
/// are seen, by their mark. Where the language can't be told, the phrases of all are looked for.
public final class TextReader {
    /// Words of a sentence beyond these aren't read.
    private static final int MOST_CHARS = 2_000;

    /// Of so few words ("Fix it.") the learned weights know nothing; only phrases speak.
    private static final int FEWEST_TOKENS = 4;

    private static final double LASTING = 0.95;

    private static final List<String> TRANSLATED = List.of("de", "fr", "es", "it", "pt", "nl");

    private final LanguageReader languages = new LanguageReader();
    private final Phrases english = Phrases.load("en");

    /// By the tag of the language; English beside each, which people mix in.
    private final Map<String, Phrases> translated =
            TRANSLATED.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    tag -> tag, tag -> Phrases.load("en", tag)));

    private final Phrases all =
            Phrases.load(
                    Stream.concat(Stream.of("en"), TRANSLATED.stream()).toArray(String[]::new));
    private final SentenceGrams sentenceGrams = new SentenceGrams();
    private final LearnedHeads learned = new LearnedHeads();
    private final NgramModel request = NgramModel.load("request.bin");
    private final NgramModel politeness = NgramModel.load("politeness.bin");
    private final NgramModel gratitude = NgramModel.load("gratitude.bin");
    private final SecondOpinion second;
    private final SecondOpinion sparing;

    /// Reads by words alone.
    public TextReader() {
        this(SecondOpinion.NONE);
    }

    /// Asks an embedding model, too, where words leave open what an English sentence does.
    public TextReader(Encoder encoder) {
        this(SecondOpinion.of(encoder));
    }

    private TextReader(SecondOpinion second) {
        this.second = second;
        this.sparing = second.sparing();
    }

    /// The name of the embedding model it asks; empty where it asks none.
    public String encoder() {
        return second.name();
    }

    /// Reads a mail; no embedding model is asked about one that no person wrote.
    public TextFeatures read(ParsedMail mail) {
        return read(
                mail.body(),
                mail.headers().date().map(OffsetDateTime::toLocalDate),
                mail.kind() == MessageKind.PERSON ? sparing : SecondOpinion.NONE);
    }

    /// Reads the author's own words; what stands below them, but for quotes, tells only whether
    /// they were written on a phone.
    ///
    /// @param written the day it was written on, where its author was
    public TextFeatures read(Body body, Optional<LocalDate> written) {
        return read(body, written, second);
    }

    private TextFeatures read(Body body, Optional<LocalDate> written, SecondOpinion other) {
        TextFeatures own = read(body.newText(), written, other);
        if (!MobileFooter.in(body) || own.shows(Courtesy.MOBILE)) {
            return own;
        }
        Set<Courtesy> shown = EnumSet.of(Courtesy.MOBILE);
        shown.addAll(own.shown());
        return new TextFeatures(
                own.words(),
                shown,
                own.politeness(),
                own.formality(),
                own.language(),
                own.promisedDay(),
                own.sentences());
    }

    /// Reads text as the new text of one mail of an unknown day.
    public TextFeatures read(String newText) {
        return read(newText, Optional.empty(), second);
    }

    private TextFeatures read(String newText, Optional<LocalDate> written, SecondOpinion other) {
        Optional<Language> language = languages.of(newText);
        boolean english = language.isEmpty() || language.get().equals(Language.ENGLISH);
        Phrases phrases = phrases(language);
        List<Sentences.Range> ranges = Sentences.split(newText, TextFeatures.MOST_SENTENCES);
        Tone tone = new Tone(ranges.size());
        List<Sentence> sentences = new ArrayList<>(ranges.size());
        List<String> words = new ArrayList<>();
        Promises promises = new Promises(written);
        for (int i = 0; i < ranges.size(); i++) {
            Sentences.Range range = ranges.get(i);
            String sentence =
                    newText.substring(
                            range.start(), Math.min(range.end(), range.start() + MOST_CHARS));
            List<String> tokens = Tokens.of(sentence);
            Phrases.Found found = new Phrases.Found();
            phrases.find(Quotations.without(tokens), found);
            Scores scores = judge(sentence, tokens, found, english, other);
            sentences.add(new Sentence(range.start(), range.end(), scores));
            tone.add(i, sentence, tokens, found);
            promises.add(tokens, Math.max(scores.of(Head.COMMITMENT), scores.of(Head.AWAY)));
            words.addAll(tokens);
        }
        double polite =
                english && !words.isEmpty()
                        ? other.politeness(newText, politeness.probability(sentenceGrams.of(words)))
                        : 0.5;
        return new TextFeatures(
                tone.words(),
                tone.shown(),
                polite,
                tone.formality(),
                language,
                promises.earliest(),
                settle(sentences));
    }

    private Phrases phrases(Optional<Language> language) {
        if (language.isEmpty()) {
            return all;
        }
        if (language.get().equals(Language.ENGLISH)) {
            return english;
        }
        return translated.getOrDefault(language.get().tag(), Phrases.NONE);
    }

    private Scores judge(
            String sentence,
            List<String> tokens,
            Phrases.Found found,
            boolean english,
            SecondOpinion other) {
        double[] out = new double[Head.values().length];
        Map<Head, Double> weights = english ? weights(sentence, tokens, found, other) : Map.of();
        double phrase = found.of("request");
        boolean question = !tokens.isEmpty() && tokens.getLast().equals("?");
        out[Head.REQUEST.slot()] =
                Combined.request(
                        weights.getOrDefault(Head.REQUEST, 0.0),
                        Math.max(phrase, question ? 0.5 : 0),
                        found.guarded("request"));
        // The weights know requests from what isn't one, but among plans and reports they find too
        // many: what
        // is to be owed takes a question mark or a phrase.
        out[Head.ASK.slot()] = found.guarded("ask") ? 0 : Math.max(phrase, question ? 0.7 : 0);
        boolean somebody = found.of("somebody") > 0;
        LearnedHeads.NAMES.forEach((head, topic) -> {
            Double learnt = weights.get(head);
            out[head.slot()] =
                    learnt == null
                            ? found.of(topic)
                            : Trust.of(
                                    head,
                                    learnt,
                                    found.of(topic),
                                    tokens.size(),
                                    somebody,
                                    other == SecondOpinion.NONE);
        });
        out[Head.SETTLED.slot()] = found.of("settled");
        out[Head.CHASER.slot()] = found.of("chaser");
        out[Head.TROUBLE.slot()] = trouble(found);
        out[Head.ADVICE.slot()] = found.of("statement") > 0 ? 1 : found.of("advice");
        out[Head.AWAY.slot()] = found.of("away");
        out[Head.GRATITUDE.slot()] =
                Math.max(
                        found.of("gratitude"),
                        !english || tokens.isEmpty() || found.guarded("gratitude")
                                ? 0
                                : gratitude.probability(tokens) * 0.8);
        return Scores.of(out);
    }

    /// Trouble that is told as lasting or new is strongest.
    private static double trouble(Phrases.Found found) {
        double trouble = found.of("trouble");
        return trouble > 0 && found.of("lasting") > 0 ? Math.max(trouble, LASTING) : trouble;
    }

    /// What the weights say of an English sentence, head by head; of very few words nothing is said
    /// of the learned heads. One that quotes somebody is left to the words, which tell the
    /// quotation from the rest.
    private Map<Head, Double> weights(
            String sentence, List<String> tokens, Phrases.Found found, SecondOpinion other) {
        Map<Head, Double> weights = new EnumMap<>(Head.class);
        if (tokens.isEmpty()) {
            return weights;
        }
        int[] grams = sentenceGrams.of(tokens);
        boolean quotes = tokens.contains("\"");
        weights.put(Head.REQUEST, request.probability(grams));
        if (tokens.size() > FEWEST_TOKENS) {
            int[] own = quotes ? LearnedHeads.grams(sentenceGrams, tokens) : grams;
            LearnedHeads.NAMES
                    .keySet()
                    .forEach(head -> weights.put(head, learned.of(head, own, found)));
        }
        return quotes ? weights : confirmed(weights, other.of(sentence, weights), found);
    }

    /// What a phrase says the second opinion may add to, but not take from.
    private static Map<Head, Double> confirmed(
            Map<Head, Double> words, Map<Head, Double> both, Phrases.Found found) {
        Map<Head, Double> out = new EnumMap<>(words);
        out.replaceAll((head, byWords) -> {
            double joint = both.getOrDefault(head, byWords);
            boolean said = found.of(LearnedHeads.NAMES.getOrDefault(head, "")) > 0;
            return said ? Math.max(byWords, joint) : joint;
        });
        return out;
    }

    /// A complaint that the same mail goes on to call settled is over.
    private static List<Sentence> settle(List<Sentence> sentences) {
        List<Sentence> out = new ArrayList<>(sentences);
        boolean settled = false;
        for (int i = sentences.size() - 1; i >= 0; i--) {
            Sentence sentence = sentences.get(i);
            if (settled && sentence.of(Head.UNHAPPY) > 0) {
                out.set(
                        i,
                        new Sentence(
                                sentence.start(),
                                sentence.end(),
                                sentence.scores().with(Head.UNHAPPY, 0.2)));
            }
            settled |= sentence.of(Head.SETTLED) >= 0.6 && sentence.of(Head.UNHAPPY) == 0;
        }
        return out;
    }

    /// Whether a mail says of itself that it was written on a phone.
    private static final class MobileFooter {
        private static final List<String> FOOTERS =
                List.of(
                        "sent from my ",
                        "sent from outlook for ",
                        "get outlook for ",
                        "von meinem iphone gesendet",
                        "gesendet von meinem",
                        "gesendet mit der",
                        "envoyé de mon",
                        "envoyé depuis mon",
                        "enviado desde mi",
                        "enviado do meu",
                        "inviato da iphone",
                        "inviato dal mio",
                        "verstuurd vanaf mijn",
                        "sent via mobile",
                        "sent from mobile",
                        "sent on the go");

        static boolean in(Body body) {
            for (Zone zone : body.zones()) {
                if (isOfThisMail(zone.type())) {
                    String lower =
                            body.text()
                                    .substring(zone.start(), zone.end())
                                    .toLowerCase(Locale.ROOT);
                    if (FOOTERS.stream().anyMatch(lower::contains)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static boolean isOfThisMail(ZoneType type) {
            return switch (type) {
                case NEW, GREETING, CLOSING, SIGNATURE, DISCLAIMER -> true;
                case QUOTE, QUOTE_HEADER, FORWARD -> false;
            };
        }
    }
}
