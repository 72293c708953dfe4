package io.fraywatch.eval;

import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.Vectors;
import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.text.TextReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What sentences do, on sets made by hand: one of which the odd half widened the phrases and
/// trains the weights while the even half is only measured, and three more, each written before a
/// tuning that didn't look at it; later ones did look at the second and the third.
final class Heads implements Measure {
    /// From where on a sentence counts as doing it; thresholds start here.
    private static final double SAID = 0.6;

    private static final double PRECISION = 0.85;
    private static final double RECALL = 0.75;

    private final TextReader reader;

    private Heads(TextReader reader) {
        this.reader = reader;
    }

    Heads() {
        this(new TextReader());
    }

    private record Set(String name, Head head, boolean barred) {}

    private static final List<Set> SETS =
            List.of(
                    new Set("unhappy", Head.UNHAPPY, false),
                    new Set("takenBack", Head.TAKEN_BACK, true),
                    new Set("wrongPerson", Head.WRONG_PERSON, true),
                    new Set("cancellation", Head.CANCELLATION, true),
                    new Set("commitment", Head.COMMITMENT, false),
                    new Set("ownMistake", Head.OWN_MISTAKE, false),
                    new Set("outOfDepth", Head.OUT_OF_DEPTH, false));

    @Override
    public String title() {
        return "Heads";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Figure> figures = new ArrayList<>(measured());
        Optional<Encoder> encoder = Vectors.encoder();
        if (encoder.isPresent()) {
            new Heads(new TextReader(encoder.get())).measure("with embeddings, ", figures);
        } else {
            figures.add(Figure.absent("with embeddings", PublicSets.NOT_THERE));
        }
        return figures;
    }

    /// All figures by words alone; they need no packs of real mail.
    static List<Figure> measured() throws IOException {
        List<Figure> figures = new ArrayList<>();
        new Heads().measure("", figures);
        return figures;
    }

    /// @param how how it is read, before the name of each set
    private void measure(String how, List<Figure> figures) throws IOException {
        boolean words = how.isEmpty();
        for (Set set : SETS) {
            LabelledSentences.find("fresh/" + set.name())
                    .ifPresent(fresh ->
                            add(
                                    set,
                                    fresh.heldOut(),
                                    how + "held out",
                                    words && set.barred(),
                                    figures));
            for (String later : List.of("second", "third", "fourth")) {
                LabelledSentences.find(later + "/" + set.name())
                        .ifPresent(sentences ->
                                add(set, sentences, how + later + " set", false, figures));
            }
        }
    }

    private void add(
            Set set, LabelledSentences sentences, String half, boolean barred, List<Figure> out) {
        boolean[] labels = new boolean[sentences.sentences().size()];
        boolean[] said = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            LabelledSentences.Labelled sentence = sentences.sentences().get(i);
            labels[i] = sentence.label();
            said[i] = reader.read(sentence.text()).of(set.head()) >= SAID;
            if (labels[i] != said[i]) {
                Measure.miss(
                        set.name()
                                + " "
                                + half
                                + (labels[i] ? " missed: " : " wrongly: ")
                                + sentence.text());
            }
        }
        Hits hits = new Hits(labels, said);
        String data = half + ", " + labels.length + " sentences";
        out.add(
                figure(
                        set.name() + " precision",
                        data,
                        barred,
                        PRECISION,
                        labels.length,
                        hits::precision));
        out.add(figure(set.name() + " recall", data, barred, RECALL, labels.length, hits::recall));
    }

    private static Figure figure(
            String what,
            String data,
            boolean barred,
            double bar,
            int examples,
            java.util.function.ToDoubleFunction<int[]> of) {
        double value = of.applyAsDouble(IntStream.range(0, examples).toArray());
        Figure figure =
                barred ? Figure.atLeast(what, data, value, bar) : Figure.told(what, data, value);
        return figure.within(Bootstrap.interval(examples, of));
    }
}
