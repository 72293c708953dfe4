package io.fraywatch.testing.gmail;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// A batch of calls (`multipart/mixed` of `application/http`), answered in another order than
/// asked, as the API may. A part may carry a token of its own.
final class Batch {
    private static final int MOST = 100;

    private final String boundary;
    private final String body;

    Batch(@org.jspecify.annotations.Nullable String type, String body) {
        String said = type == null ? "" : type;
        int at = said.indexOf("boundary=");
        this.boundary =
                at < 0 ? "" : said.substring(at + "boundary=".length()).replace("\"", "").strip();
        this.body = body;
    }

    Answer answer(String token, Function<Call, Answer> each) {
        List<String> parts = parts();
        if (parts.isEmpty() || parts.size() > MOST) {
            return new Answer(
                    400, "{\"error\":{\"code\":400}}", "application/json", Optional.empty());
        }
        List<String> answers = new ArrayList<>();
        for (String part : parts) {
            answers.add(answered(part, token, each));
        }
        Collections.shuffle(answers, new Random(parts.size()));
        StringBuilder all = new StringBuilder();
        answers.forEach(one -> all.append("--batch_answer\r\n").append(one));
        all.append("--batch_answer--\r\n");
        return new Answer(
                200, all.toString(), "multipart/mixed; boundary=batch_answer", Optional.empty());
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        String[] between = body.split("--" + java.util.regex.Pattern.quote(boundary), -1);
        for (int i = 1; i < between.length - 1; i++) {
            parts.add(between[i].strip());
        }
        return parts;
    }

    private static String answered(String part, String token, Function<Call, Answer> each) {
        String text = part.replace("\r\n", "\n");
        int blank = text.indexOf("\n\n");
        String id = header(text.substring(0, blank), "content-id").orElse("<item>");
        String request = text.substring(blank + 2);
        String[] line = request.lines().findFirst().orElse("GET /").split(" ", -1);
        int content = request.indexOf("\n\n");
        String sent = content < 0 ? "" : request.substring(content + 2);
        String own =
                header(
                                request.substring(0, content < 0 ? request.length() : content),
                                "authorization")
                        .map(FakeGmail::bearer)
                        .orElse(token);
        Answer answer = each.apply(Call.of(line[0], URI.create(line[1]), own, sent));
        String retry =
                answer.retryAfter().map(seconds -> "Retry-After: " + seconds + "\r\n").orElse("");
        return "Content-Type: application/http\r\nContent-ID: "
                + id.replace("<", "<response-")
                + "\r\n\r\nHTTP/1.1 "
                + answer.status()
                + " Answer\r\nContent-Type: "
                + answer.type()
                + "\r\n"
                + retry
                + "Content-Length: "
                + answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + answer.body()
                + "\r\n";
    }

    private static Optional<String> header(String block, String name) {
        return block.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
