package io.fraywatch.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.analyze.ThresholdOverrides.Layer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    @Test
    void areTheBuiltInOnesUnlessSet() {
        Thresholds.Resolved resolved =
                Thresholds.resolve(List.of(new Layer("global", ThresholdOverrides.NONE)));
        assertThat(resolved.thresholds()).isEqualTo(Thresholds.DEFAULTS);
        assertThat(resolved.origins())
                .containsEntry("weOweAReply.afterBusinessDays", "built-in")
                .hasSize(21);
    }

    @Test
    void letTheMoreParticularLayerWinValueByValue() {
        Layer global = new Layer("global", owe(Optional.of(2.0), Optional.of(50.0)));
        Layer client = new Layer("client harborlane", owe(Optional.of(0.5), Optional.empty()));
        Thresholds.Resolved resolved = Thresholds.resolve(List.of(global, client));
        assertThat(resolved.thresholds().weOweAReply())
                .isEqualTo(new Thresholds.WeOweAReply(0.5, 50));
        assertThat(resolved.origins())
                .containsEntry("weOweAReply.afterBusinessDays", "client harborlane")
                .containsEntry("weOweAReply.warnAtPercent", "global")
                .containsEntry("holdBusinessDays", "built-in");
    }

    private static ThresholdOverrides owe(Optional<Double> after, Optional<Double> warn) {
        return new ThresholdOverrides(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ThresholdOverrides.WeOweAReply(after, warn)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
