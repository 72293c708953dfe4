package io.fraywatch.server.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import io.fraywatch.analyze.text.Head;
import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.analyze.text.TextReader;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.sourceforge.argparse4j.inf.Subparser;

/// `score`: judges texts from stdin, each as the new text of one mail.
final class ScoreCommand implements Command {
    /// What one text does.
    @JsonPropertyOrder({
        "v",
        "id",
        "sentences",
        "request",
        "unhappy",
        "takenBack",
        "wrongPerson",
        "commitment",
        "ownMistake",
        "gratitude",
        "cancellation",
        "politeness",
        "formality"
    })
    private record Scored(
            int v,
            JsonNode id,
            List<Sentence> sentences,
            double request,
            double unhappy,
            double takenBack,
            double wrongPerson,
            double commitment,
            double ownMistake,
            double gratitude,
            double cancellation,
            double politeness,
            double formality) {}

    /// What one sentence of it does.
    @JsonPropertyOrder({
        "start",
        "end",
        "request",
        "unhappy",
        "takenBack",
        "wrongPerson",
        "commitment",
        "ownMistake",
        "gratitude",
        "cancellation"
    })
    private record Sentence(
            int start,
            int end,
            double request,
            double unhappy,
            double takenBack,
            double wrongPerson,
            double commitment,
            double ownMistake,
            double gratitude,
            double cancellation) {
        static Sentence of(int start, int end, ToDoubleFunction<Head> score, Head wrongPerson) {
            return new Sentence(
                    start,
                    end,
                    score.applyAsDouble(Head.REQUEST),
                    score.applyAsDouble(Head.UNHAPPY),
                    score.applyAsDouble(Head.TAKEN_BACK),
                    score.applyAsDouble(wrongPerson),
                    score.applyAsDouble(Head.COMMITMENT),
                    score.applyAsDouble(Head.OWN_MISTAKE),
                    score.applyAsDouble(Head.GRATITUDE),
                    score.applyAsDouble(Head.CANCELLATION));
        }
    }

    @Override
    public String name() {
        return "score";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("judge texts from stdin, each as the new text of one mail")
                .description(
                        "Reads lines of {\"id\", \"text\", \"from\": \"client\" (the default) or \"me\"} from stdin and answers each with a"
                                + " line of JSON, all scores 0 to 1. In a text from me, wrongPerson is my own admission.");
        EmbeddingsOption.describe(
                parser, "ask a small embedding model, too (default: as configured, else off)");
    }

    @Override
    public Exit run(Call call) throws Exception {
        TextReader reader = EmbeddingsOption.of(call).reader();
        return JsonLines.answer(call.console(), line -> score(line, reader));
    }

    private static Scored score(JsonNode line, TextReader reader) throws Failure {
        if (!line.path("text").isTextual()) {
            throw new Failure(Exit.PARTLY, "the line has no text");
        }
        Head wrongPerson = wrongPerson(line.path("from").asText("client"));
        TextFeatures features = reader.read(line.get("text").textValue());
        Sentence whole = Sentence.of(0, 0, features::of, wrongPerson);
        return new Scored(
                1,
                line.path("id"),
                features.sentences().stream()
                        .map(sentence ->
                                Sentence.of(
                                        sentence.start(),
                                        sentence.end(),
                                        sentence::of,
                                        wrongPerson))
                        .toList(),
                whole.request(),
                whole.unhappy(),
                whole.takenBack(),
                whole.wrongPerson(),
                whole.commitment(),
                whole.ownMistake(),
                whole.gratitude(),
                whole.cancellation(),
                features.politeness(),
                features.formality());
    }

    private static Head wrongPerson(String from) throws Failure {
        return switch (from) {
            case "client" -> Head.WRONG_PERSON;
            case "me" -> Head.OUT_OF_DEPTH;
            default ->
                    throw new Failure(
                            Exit.PARTLY, "'from' must be client or me, not '" + from + "'");
        };
    }
}
