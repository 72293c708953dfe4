package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.ParsedMail;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every `NNN-what.eml` is understood as the `.json` beside it says. After a wanted change run with
/// `-Dgolden.write=src/test/resources/io/fraywatch/parse` and read the difference.
class GoldenTest {
    @TestFactory
    Stream<DynamicTest> readsEachMailAsWrittenDown() throws IOException, URISyntaxException {
        URL here = Objects.requireNonNull(GoldenTest.class.getResource("/io/fraywatch/parse/rfc"));
        Path root = Path.of(here.toURI()).resolveSibling("");
        List<Path> mails;
        try (Stream<Path> files = Files.walk(root)) {
            mails = files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
        }
        assertThat(mails).hasSizeGreaterThan(20);
        return mails.stream()
                .map(mail ->
                        DynamicTest.dynamicTest(
                                root.relativize(mail).toString(), () -> check(root, mail)));
    }

    private static void check(Path root, Path mail) throws IOException {
        String actual = json(new MailParser().parse(Files.readAllBytes(mail)));
        String name = root.relativize(mail).toString().replace(".eml", ".json");
        String write = System.getProperty("golden.write");
        if (write != null) {
            Files.writeString(Path.of(write).resolve(name), actual);
        }
        assertThat(actual)
                .isEqualTo(
                        Files.readString(
                                write == null ? root.resolve(name) : Path.of(write).resolve(name)));
    }

    private static String json(ParsedMail mail) {
        return Stream.of(
                        field(
                                "messageId",
                                quoted(
                                        mail.headers()
                                                .messageId()
                                                .map(Object::toString)
                                                .orElse(""))),
                        field("inReplyTo", list(mail.headers().inReplyTo())),
                        field("references", list(mail.headers().references())),
                        field(
                                "date",
                                quoted(mail.headers().date().map(Object::toString).orElse(""))),
                        field(
                                "author",
                                quoted(mail.headers().author().map(Address::toString).orElse(""))),
                        field("from", list(mail.headers().from())),
                        field("to", list(mail.headers().to())),
                        field("cc", list(mail.headers().cc())),
                        field("subject", quoted(mail.headers().subject())),
                        field("labels", list(mail.headers().labels())),
                        field("kind", quoted(mail.kind().key())),
                        field(
                                "returnDate",
                                quoted(mail.returnDate().map(Object::toString).orElse(""))),
                        field("zones", zones(mail)),
                        field(
                                "attachments",
                                list(
                                        mail.attachments().stream()
                                                .map(a ->
                                                        a.name() + " " + a.type() + " " + a.size())
                                                .toList())),
                        field("problems", list(mail.problems())))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    /// The zones one a line, with their text, so that a difference can be read.
    private static String zones(ParsedMail mail) {
        return mail.body().zones().stream()
                .map(zone ->
                        "    ["
                                + quoted(zone.type().key())
                                + ", "
                                + quoted(mail.body().text().substring(zone.start(), zone.end()))
                                + "]")
                .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
    }

    private static String field(String name, String value) {
        return "  " + quoted(name) + ": " + value;
    }

    private static String list(List<?> values) {
        return values.stream()
                .map(value -> quoted(value.toString()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + "\"";
    }
}
