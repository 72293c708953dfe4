package io.fraywatch.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How well a mail's text is divided: into what its author wrote, quotes, signatures and the rest.
final class Zones implements Measure {
    @Override
    public String title() {
        return "Zones";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Figure> figures = new ArrayList<>(new ReplyPairs(corpora).figures());
        figures.addAll(new AnnotatedZones(corpora).figures());
        return figures;
    }
}
