package io.fraywatch.eval;

import io.fraywatch.analyze.SilenceLab;
import io.fraywatch.analyze.SilenceLab.Forecast;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Whether the chance of a late answer is told right: on the later part of a support list, with
/// what was known at each moment. The general values were fitted on the earlier part.
final class Silence implements Measure {
    private static final double HELD_OUT_FROM = 0.6;
    private static final int BINS = 10;

    @Override
    public String title() {
        return "Silence";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Forecast> forecasts =
                SilenceLab.forecasts(RealMail.vendorList(corpora), HELD_OUT_FROM);
        String data = forecasts.size() + " moments of waiting, vendor list, the last 40 %";
        double own = logLoss(forecasts, Forecast::own);
        double pooled = logLoss(forecasts, Forecast::pooled);
        return List.of(
                Figure.told("log-loss, as for anybody", data, pooled),
                Figure.atMost("log-loss, by the client's own norm", data, own, pooled),
                Figure.atMost("calibration error", data, calibration(forecasts), 0.03));
    }

    private static double logLoss(List<Forecast> forecasts, ToDoubleFunction<Forecast> chance) {
        return forecasts.stream()
                .mapToDouble(f -> {
                    double p = Math.clamp(chance.applyAsDouble(f), 1e-6, 1 - 1e-6);
                    return -Math.log(f.came() ? p : 1 - p);
                })
                .average()
                .orElseThrow();
    }

    /// The mean distance between what was told and what came, over ten bins of what was told.
    private static double calibration(List<Forecast> forecasts) {
        double[] told = new double[BINS];
        double[] came = new double[BINS];
        for (Forecast f : forecasts) {
            int bin = Math.min(BINS - 1, (int) (f.own() * BINS));
            told[bin] += f.own();
            came[bin] += f.came() ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += Math.abs(told[i] - came[i]);
        }
        return sum / forecasts.size();
    }
}
