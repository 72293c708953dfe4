package io.fraywatch.eval;

import io.fraywatch.analyze.text.Sentence;
import io.fraywatch.analyze.text.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where sentences end, on texts made by hand.
final class SentenceEnds {
    private static final String MARK = "‖";

    private final TextReader reader = new TextReader();

    private record Marked(String text, Set<Integer> ends) {}

    List<Figure> figures() throws IOException {
        List<Marked> all = read();
        return List.of(measure(all, 1, "held out"), measure(all, 0, "dev"));
    }

    private Figure measure(List<Marked> all, int remainder, String half) {
        int right = 0;
        int said = 0;
        int there = 0;
        int texts = 0;
        for (int i = remainder; i < all.size(); i += 2) {
            Marked marked = all.get(i);
            Set<Integer> ends = new HashSet<>();
            reader.read(marked.text()).sentences().stream().map(Sentence::end).forEach(ends::add);
            if (!ends.equals(marked.ends())) {
                Measure.miss(half + ": " + show(marked.text(), ends));
            }
            texts++;
            said += ends.size();
            there += marked.ends().size();
            ends.retainAll(marked.ends());
            right += ends.size();
        }
        String data = half + ", " + there + " ends in " + texts + " texts in 7 languages";
        return Figure.told("sentence ends, F1", data, Figure.share(2L * right, said + there));
    }

    private static String show(String text, Set<Integer> ends) {
        StringBuilder shown = new StringBuilder(text);
        ends.stream().sorted((a, b) -> b - a).forEach(end -> shown.insert(end, MARK));
        return shown.toString().replace("\n", "\\n");
    }

    private static List<Marked> read() throws IOException {
        String resource = "/io/fraywatch/analyze/sentence-ends.txt";
        try (InputStream in = SentenceEnds.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no texts at " + resource);
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^====\n", -1))
                    .skip(1)
                    .map(String::strip)
                    .map(SentenceEnds::marked)
                    .toList();
        }
    }

    private static Marked marked(String text) {
        StringBuilder plain = new StringBuilder();
        Set<Integer> ends = new HashSet<>();
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(MARK, -1)));
        for (String part : parts.subList(0, parts.size() - 1)) {
            plain.append(part);
            ends.add(plain.length());
        }
        return new Marked(plain.toString(), ends);
    }
}
