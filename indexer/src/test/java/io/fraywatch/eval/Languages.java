package io.fraywatch.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Where sentences end, and which language a mail is in.
final class Languages implements Measure {
    @Override
    public String title() {
        return "Language";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(new SentenceEnds().figures());
        figures.addAll(new LanguageIds().figures());
        return figures;
    }
}
