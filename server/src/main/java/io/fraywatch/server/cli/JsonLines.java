package io.fraywatch.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Answers lines of JSON from stdin, each with one line, at once.
final class JsonLines {
    /// Answers one line.
    @FunctionalInterface
    interface Answer {
        Object to(JsonNode line) throws Exception;
    }

    /// What is said of a line that can't be answered.
    ///
    /// @param line its number, from 1
    private record Unanswered(int v, String error, long line) {}

    private JsonLines() {}

    /// @return [Exit#PARTLY] if a line could not be answered
    static Exit answer(Console console, Answer answer) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        Exit exit = Exit.DONE;
        long number = 0;
        for (String line = lines.readLine();
                line != null && !console.broken();
                line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                JsonNode node = console.mapper().readTree(line);
                if (!node.isObject()) {
                    throw new Failure(Exit.PARTLY, "the line isn't a JSON object");
                }
                console.line(answer.to(node));
            } catch (JsonProcessingException e) {
                exit =
                        unanswered(
                                console, "the line isn't JSON: " + e.getOriginalMessage(), number);
            } catch (Exception e) {
                exit = unanswered(console, Failures.words(e), number);
            }
        }
        return exit;
    }

    private static Exit unanswered(Console console, String error, long number) {
        console.line(new Unanswered(1, error, number));
        return Exit.PARTLY;
    }
}
