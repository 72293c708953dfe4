package io.fraywatch.eval;

import java.io.IOException;
import java.util.List;

/// Prints how well mail is understood. Run by `scripts/eval parse`; see [Evaluation#run].
final class EvaluateParse {
    static final List<Measure> MEASURES =
            List.of(
                    new People(),
                    new Zones(),
                    new Mime(),
                    new Kinds(),
                    new Threads(),
                    new Languages(),
                    new Cost());

    private EvaluateParse() {}

    static void main(String[] args) throws IOException {
        new Evaluation("parse", MEASURES).run(args);
    }
}
