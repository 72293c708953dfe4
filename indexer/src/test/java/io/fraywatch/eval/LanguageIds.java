package io.fraywatch.eval;

import io.fraywatch.analyze.text.Language;
import io.fraywatch.analyze.text.LanguageReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Which language a text is in, on texts made by hand.
final class LanguageIds {
    private static final String UNKNOWN = "und";
    private static final int LONG_ENOUGH = 8;

    private final LanguageReader reader = new LanguageReader();

    private record Text(String tag, String words) {
        boolean longEnough() {
            return words.split("\\s+").length >= LONG_ENOUGH
                    || words.codePoints().anyMatch(Character::isIdeographic);
        }
    }

    List<Figure> figures() throws IOException {
        List<Text> heldOut = texts("languages-held-out.txt");
        List<Text> known =
                heldOut.stream().filter(t -> !t.tag().equals(UNKNOWN) && t.longEnough()).toList();
        List<Text> unknown = heldOut.stream().filter(t -> t.tag().equals(UNKNOWN)).toList();
        long languages = known.stream().map(Text::tag).distinct().count();
        String data =
                "held out, "
                        + known.size()
                        + " texts of 8 words or more in "
                        + languages
                        + " languages";
        List<Text> dev = texts("languages.txt");
        return List.of(
                Figure.atLeast("language told", data, right(known), 0.95),
                Figure.told("language told wrongly", data, wrong(known)),
                Figure.told(
                        "left open",
                        "held out, " + unknown.size() + " texts too short, mixed or no language",
                        right(unknown)),
                Figure.told(
                        "language told",
                        "dev, " + dev.size() + " texts of any length",
                        right(dev)));
    }

    private double right(List<Text> texts) {
        long right = texts.stream().filter(this::isRight).count();
        return Figure.share(right, texts.size());
    }

    private double wrong(List<Text> texts) {
        long wrong =
                texts.stream().filter(t -> !isRight(t) && reader.of(t.words()).isPresent()).count();
        return Figure.share(wrong, texts.size());
    }

    private boolean isRight(Text text) {
        String said = reader.of(text.words()).map(Language::tag).orElse(UNKNOWN);
        if (!said.equals(text.tag())) {
            Measure.miss("language " + text.tag() + " said " + said + ": " + text.words());
        }
        return said.equals(text.tag());
    }

    private static List<Text> texts(String file) throws IOException {
        try (InputStream in =
                        LanguageIds.class.getResourceAsStream("/io/fraywatch/analyze/" + file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new Text(parts[0], parts[1]))
                    .toList();
        }
    }
}
