package io.fraywatch.eval;

import io.fraywatch.analyze.model.Encoder;
import io.fraywatch.analyze.model.Vectors;
import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.text.Sentence;
import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.analyze.text.TextReader;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// How often sentences of ordinary mail are said to complain, to take work back and the like. Some
/// few of them do; most of what fires is wrong.
///
/// Phrases and trust were looked at on other mails of the same packs than are measured here.
final class OrdinarySentences implements Measure {
    /// From where on a sentence counts as doing it; complaints are told from `PLAIN` on.
    private static final double SAID = 0.6;

    private static final double PLAIN = 0.8;

    /// A shorter sentence is a greeting or a name.
    private static final int SHORTEST = 15;

    private static final Map<String, Head> HEADS = new LinkedHashMap<>();

    static {
        HEADS.put("unhappy", Head.UNHAPPY);
        HEADS.put("takenBack", Head.TAKEN_BACK);
        HEADS.put("wrongPerson", Head.WRONG_PERSON);
        HEADS.put("cancellation", Head.CANCELLATION);
        HEADS.put("outOfDepth", Head.OUT_OF_DEPTH);
    }

    /// Every so many-th mail of a pack, from one on.
    private record Part(String name, String pack, String ending, int every, int from) {}

    private static final List<Part> PARTS =
            List.of(
                    new Part(
                            "business mail (Enron)",
                            "3-reply-zones/quagga-enron-annotated_all-train",
                            ".eml",
                            2,
                            1),
                    new Part("vendor list", "1-threads/usrp-users_2019-2021.maildir", "", 8, 4));

    @Override
    public String title() {
        return "Ordinary";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Figure> figures = new ArrayList<>();
        add("", new TextReader(), corpora, figures);
        Optional<Encoder> encoder = Vectors.encoder();
        if (encoder.isPresent()) {
            add("with embeddings, ", new TextReader(encoder.get()), corpora, figures);
        } else {
            figures.add(Figure.absent("with embeddings", PublicSets.NOT_THERE));
        }
        return figures;
    }

    /// @param how how it is read, before the name of each part
    private static void add(String how, TextReader reader, Corpora corpora, List<Figure> figures)
            throws IOException {
        for (Part part : PARTS) {
            List<Sentence> sentences = sentences(corpora, part, reader);
            String data = how + part.name() + ", " + sentences.size() + " sentences not worked on";
            HEADS.forEach((name, head) -> {
                figures.add(figure(name + ": said of 1000", data, sentences, head, SAID));
                if (head == Head.UNHAPPY) {
                    figures.add(
                            figure(
                                    name + ": said plainly enough to be told, of 1000",
                                    data,
                                    sentences,
                                    head,
                                    PLAIN));
                }
            });
        }
    }

    private static Figure figure(
            String what, String data, List<Sentence> sentences, Head head, double from) {
        boolean[] said = new boolean[sentences.size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = sentences.get(i).of(head) >= from;
        }
        return Figure.told(what, data, thousandth(said, IntStream.range(0, said.length).toArray()))
                .within(Bootstrap.interval(said.length, drawn -> thousandth(said, drawn)));
    }

    private static double thousandth(boolean[] said, int[] drawn) {
        int count = 0;
        for (int i : drawn) {
            count += said[i] ? 1 : 0;
        }
        return 1000.0 * count / Math.max(1, drawn.length);
    }

    private static List<Sentence> sentences(Corpora corpora, Part part, TextReader reader)
            throws IOException {
        MailParser parser = new MailParser();
        List<Path> files =
                corpora.files(part.pack()).stream()
                        .filter(file -> file.toString().endsWith(part.ending()))
                        .toList();
        List<Sentence> out = new ArrayList<>();
        for (int i = part.from(); i < files.size(); i += part.every()) {
            TextFeatures text =
                    reader.read(
                            parser.parse(Files.readAllBytes(files.get(i))).body(),
                            Optional.empty());
            text.sentences().stream()
                    .filter(sentence -> sentence.end() - sentence.start() >= SHORTEST)
                    .forEach(out::add);
        }
        return out;
    }
}
