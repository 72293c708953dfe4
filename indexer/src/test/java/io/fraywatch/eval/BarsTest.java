package io.fraywatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/// Holds each measure to its bars; skipped where the packs of real mail aren't.
@Isolated
class BarsTest {
    @TestFactory
    Stream<DynamicTest> reachesItsBars() {
        return Stream.concat(EvaluateParse.MEASURES.stream(), EvaluateAnalyze.MEASURES.stream())
                .filter(measure -> !measure.timed())
                .map(measure -> DynamicTest.dynamicTest(measure.title(), () -> hold(measure)));
    }

    private static void hold(Measure measure) throws IOException {
        Optional<Corpora> corpora = Corpora.find();
        assumeTrue(corpora.isPresent(), "the packs of real mail aren't here");
        assertThat(measure.figures(corpora.orElseThrow()))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.met()).as(figure.row()).isTrue());
    }
}
