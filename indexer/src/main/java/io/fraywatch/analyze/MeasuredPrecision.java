package io.fraywatch.analyze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// How often a rule was right where it spoke, as `scripts/eval analyze --write` last measured it on
/// sentences that the rule hasn't seen.
///
/// @param value the share that was right, 0 to 1
/// @param low the lower end of its 95 % interval
/// @param sentences how many sentences it was measured on
public record MeasuredPrecision(double value, double low, double high, int sentences) {
    private static final Map<String, MeasuredPrecision> BY_KIND = read();

    public MeasuredPrecision {
        if (!(0 <= low && low <= value && value <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "a precision lies within its interval and between 0 and 1, unlike "
                            + value
                            + " within "
                            + low
                            + " to "
                            + high);
        }
    }

    /// Empty for a rule whose precision isn't measured.
    ///
    /// @param kind the signal's name in JSON
    public static Optional<MeasuredPrecision> of(String kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }

    /// What is known of a rule, as a sentence.
    public static String inWords(String kind) {
        return of(kind).map(MeasuredPrecision::words)
                .orElse("How often this rule is right isn't measured.");
    }

    private String words() {
        return "Measured on "
                + sentences
                + " sentences it hadn't seen, it was right in "
                + Words.percent(value)
                + " of what it found (95 % interval "
                + Words.percent(low)
                + " to "
                + Words.percent(high)
                + ").";
    }

    private static Map<String, MeasuredPrecision> read() {
        try (InputStream file =
                        Objects.requireNonNull(
                                MeasuredPrecision.class.getResourceAsStream(
                                        "measured-precision.tsv"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    field -> field[0],
                                    field ->
                                            new MeasuredPrecision(
                                                    Double.parseDouble(field[1]),
                                                    Double.parseDouble(field[2]),
                                                    Double.parseDouble(field[3]),
                                                    Integer.parseInt(field[4]))));
        } catch (IOException e) {
            throw new UncheckedIOException("measured-precision.tsv can't be read", e);
        }
    }
}
