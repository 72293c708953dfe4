package io.fraywatch.eval;

import io.fraywatch.analyze.text.Language;
import io.fraywatch.analyze.text.LanguageReader;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where sentences end, and which language a mail is in.
final class Languages implements Measure {
    private static final String LIST = "1-threads/usrp-users_2019-2021.maildir";

    @Override
    public String title() {
        return "Language";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(new SentenceEnds().figures());
        figures.addAll(new LanguageIds().figures());
        figures.addAll(list(corpora));
        return figures;
    }

    /// How the mails of a list that is English but for a few are told.
    private static List<Figure> list(Corpora corpora) throws IOException {
        MailParser parser = new MailParser();
        LanguageReader reader = new LanguageReader();
        Map<String, Integer> told = new TreeMap<>();
        for (Path file : corpora.files(LIST)) {
            ParsedMail mail = parser.parse(Files.readAllBytes(file));
            if (mail.kind() == MessageKind.PERSON) {
                String text = mail.body().newText();
                String tag = reader.of(text).map(Language::tag).orElse("und");
                told.merge(tag, 1, Integer::sum);
                if (!tag.equals("en") && !tag.equals("und")) {
                    Measure.miss("told " + tag + ": " + text.lines().limit(3).toList());
                }
            }
        }
        long all = told.values().stream().mapToInt(n -> n).sum();
        long english = told.getOrDefault("en", 0);
        long open = told.getOrDefault("und", 0);
        String data = String.format("usrp, %,d mails of persons, an English list", all);
        return List.of(
                Figure.told("told to be English", data, Figure.share(english, all)),
                Figure.told("… of those told at all", data, Figure.share(english, all - open)));
    }
}
