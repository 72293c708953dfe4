package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.flags.Precision;

/// How often flags of one kind were right, as `flags --report` shows it.
///
/// @param precision the share that was right, 0 to 1
/// @param low the lower end of Wilson's 95 % interval
/// @param high its upper end
/// @param enough false where too few were judged to say anything
@JsonPropertyOrder({"v", "kind", "right", "wrong", "precision", "low", "high", "enough"})
public record PrecisionJson(
        int v,
        String kind,
        int right,
        int wrong,
        double precision,
        double low,
        double high,
        boolean enough) {
    public static PrecisionJson of(Precision precision) {
        return new PrecisionJson(
                Json.VERSION,
                precision.tally().kind(),
                precision.tally().right(),
                precision.tally().wrong(),
                precision.share(),
                precision.low(),
                precision.high(),
                precision.enough());
    }
}
