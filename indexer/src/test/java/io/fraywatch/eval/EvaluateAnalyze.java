package io.fraywatch.eval;

import java.io.IOException;
import java.util.List;

/// Prints how well conversations are judged. Run by `scripts/eval analyze`; see [Evaluation#run].
final class EvaluateAnalyze {
<<<<<<< HEAD
    static final List<Measure> MEASURES = List.of(new FollowUp(), new Silence(), new Curt());
=======
    static final List<Measure> MEASURES =
            List.of(new FollowUp(), new Heads(), new Silence());
>>>>>>> 8470f9d (Tell a mail's language, and end sentences as mail does)

    private EvaluateAnalyze() {}

    static void main(String[] args) throws IOException {
        new Evaluation("analyze", MEASURES).run(args);
    }
}
