package io.fraywatch.eval;

import java.io.IOException;
import java.util.List;

/// Prints how well conversations are judged. Run by `scripts/eval analyze`; see [Evaluation#run].
final class EvaluateAnalyze {
    static final List<Measure> MEASURES =
            List.of(
                    new FollowUp(),
                    new Heads(),
                    new OrdinarySentences(),
                    new OtherLanguages(),
                    new AwayNotes(),
                    new PublicSets(),
                    new ReadingCost(),
                    new Silence(),
                    new Curt());

    private EvaluateAnalyze() {}

    static void main(String[] args) throws IOException {
        new Evaluation("analyze", MEASURES).run(args);
        if (List.of(args).contains("--write")) {
            RuleSheet.write(Heads.measured());
        }
    }
}
