package io.fraywatch.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sentences made by hand, each with whether it does what its set is about.
///
/// @param name of the set, as its file is called
record LabelledSentences(String name, List<Labelled> sentences) {
    /// @param label whether the sentence does it
    record Labelled(String text, boolean label) {}

    LabelledSentences {
        sentences = List.copyOf(sentences);
    }

    /// Empty where there's no such file.
    ///
    /// @param name of a file of `io/fraywatch/analyze/sentences`, without `.txt`; its lines begin
    ///   with `+`, `-` or, for a remark, `#`
    static Optional<LabelledSentences> find(String name) throws IOException {
        String resource = "/io/fraywatch/analyze/sentences/" + name + ".txt";
        try (InputStream in = LabelledSentences.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(
                    new LabelledSentences(
                            name,
                            lines.lines()
                                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                                    .map(line ->
                                            new Labelled(line.substring(2), line.startsWith("+")))
                                    .toList()));
        }
    }

    /// The first, third … sentence, by which phrases may be widened.
    LabelledSentences dev() {
        return half(0);
    }

    /// The second, fourth … sentence, which are measured only.
    LabelledSentences heldOut() {
        return half(1);
    }

    private LabelledSentences half(int remainder) {
        List<Labelled> half = new ArrayList<>();
        for (int i = remainder; i < sentences.size(); i += 2) {
            half.add(sentences.get(i));
        }
        return new LabelledSentences(name, half);
    }
}
