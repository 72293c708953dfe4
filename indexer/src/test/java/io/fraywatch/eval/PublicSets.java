package io.fraywatch.eval;

import io.fraywatch.analyze.model.Example;
import io.fraywatch.analyze.model.Measures;
import io.fraywatch.analyze.model.NgramModel;
import io.fraywatch.analyze.model.SentenceGrams;
import io.fraywatch.analyze.model.Train;
import io.fraywatch.analyze.model.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How well the weights for requests, politeness and thanks do on public sets, by weights trained
/// without the fold that is judged. What phrases add isn't counted.
final class PublicSets implements Measure {
    static final String NOT_THERE = "not there; `scripts/embeddings` adds it";

    private static final double YES = 0.5;

    private final SentenceGrams grams = new SentenceGrams();

    @Override
    public String title() {
        return "Labels";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        Path labels = corpora.file("7-labels");
        List<Example> requests = Train.requests(labels);
        Folds request = new Folds(requests, Train.folds(requests, grams::of));
        List<Example> polite = Train.politeness(labels);
        Folds politeness = new Folds(polite, Train.folds(polite, grams::of));
        List<Example> thanks = Train.gratitude(labels);
        Folds gratitude = new Folds(thanks, Train.folds(thanks, NgramModel::grams));
        List<Figure> figures = new ArrayList<>();
        figures.add(request.figure("request: F1", OptionalDouble.of(0.74), request::f1));
        figures.add(request.figure("request: AUC", OptionalDouble.empty(), request::auc));
        figures.add(
                politeness.figure(
                        "politeness: accuracy", OptionalDouble.of(0.84), politeness::accuracy));
        figures.add(gratitude.figure("gratitude: F1", OptionalDouble.empty(), gratitude::f1));
        Vectors.find()
                .ifPresentOrElse(
                        vectors ->
                                figures.addAll(
                                        second(
                                                new Folds(
                                                        requests,
                                                        Train.folds(
                                                                requests,
                                                                request.probabilities,
                                                                vectors)),
                                                new Folds(
                                                        polite,
                                                        Train.folds(
                                                                polite,
                                                                politeness.probabilities,
                                                                vectors)))),
                        () -> figures.add(Figure.absent("with embeddings", NOT_THERE)));
        return figures;
    }

    /// With an embedding model asked of every sentence. Asked for are an AUC of .93 and an accuracy
    /// of .88.
    private static List<Figure> second(Folds request, Folds politeness) {
        return List.of(
                request.figure("request with embeddings: F1", OptionalDouble.of(0.79), request::f1),
                request.figure(
                        "request with embeddings: AUC", OptionalDouble.empty(), request::auc),
                politeness.figure(
                        "politeness with embeddings: accuracy",
                        OptionalDouble.empty(),
                        politeness::accuracy));
    }

    /// Examples with the probabilities by weights that didn't see them; figures are of those drawn.
    private static final class Folds {
        private final boolean[] truth;
        private final double[] probabilities;

        Folds(List<Example> examples, double[] probabilities) {
            this.truth = Train.truth(examples);
            this.probabilities = probabilities;
        }

        Figure figure(String what, OptionalDouble bar, ToDoubleFunction<int[]> of) {
            String data = truth.length + " examples, five folds";
            double value = of.applyAsDouble(IntStream.range(0, truth.length).toArray());
            Figure figure =
                    bar.isEmpty()
                            ? Figure.told(what, data, value)
                            : Figure.atLeast(what, data, value, bar.getAsDouble());
            return figure.within(Bootstrap.interval(truth.length, of));
        }

        double f1(int[] drawn) {
            int both = 0;
            int either = 0;
            for (int i : drawn) {
                boolean said = probabilities[i] >= YES;
                both += said && truth[i] ? 2 : 0;
                either += (said ? 1 : 0) + (truth[i] ? 1 : 0);
            }
            return (double) both / either;
        }

        double accuracy(int[] drawn) {
            return (double)
                            IntStream.of(drawn)
                                    .filter(i -> probabilities[i] >= YES == truth[i])
                                    .count()
                    / drawn.length;
        }

        double auc(int[] drawn) {
            boolean[] labels = new boolean[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                labels[i] = truth[drawn[i]];
            }
            return Measures.of(
                            IntStream.of(drawn).mapToDouble(i -> probabilities[i]).toArray(),
                            labels,
                            YES)
                    .auc();
        }
    }
}
