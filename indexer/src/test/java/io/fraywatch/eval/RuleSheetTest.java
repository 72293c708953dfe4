package io.fraywatch.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.MeasuredPrecision;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleSheetTest {
    @Test
    void whatExplanationsSayOfARuleIsWhatIsMeasuredNow() throws IOException {
        Map<String, Figure> now = RuleSheet.precisions(Heads.measured());
        assertThat(now).isNotEmpty();
        now.forEach((kind, figure) -> {
            MeasuredPrecision told = MeasuredPrecision.of(kind).orElseThrow();
            assertThat(figure.value())
                    .as("%s; `scripts/eval analyze --write` writes the sheet anew", kind)
                    .isBetween(told.low(), told.high());
        });
    }

    @Test
    void ofOtherRulesItSaysThatNothingIsMeasured() {
        assertThat(MeasuredPrecision.of("goneQuiet")).isEmpty();
        assertThat(MeasuredPrecision.inWords("goneQuiet")).contains("isn't measured");
    }
}
