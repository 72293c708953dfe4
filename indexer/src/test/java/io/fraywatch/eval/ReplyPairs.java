package io.fraywatch.eval;

import io.fraywatch.mail.Body;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The suites of two reply parsers, talon and planer: a text and what is left of it, in the suite's
/// own convention. Compared word by word; the space between words and drawn lines aren't.
final class ReplyPairs {
    /// Signatures and disclaimers stay, quotes and their heads go, and what is passed on stays.
    private static final Set<ZoneType> REPLY =
            EnumSet.complementOf(EnumSet.of(ZoneType.QUOTE, ZoneType.QUOTE_HEADER));

    private static final Set<ZoneType> WORDS = EnumSet.of(ZoneType.NEW, ZoneType.GREETING);
    private static final Set<ZoneType> SIGNATURE = EnumSet.complementOf(EnumSet.copyOf(WORDS));

    private final Corpora corpora;
    private final MailParser parser = new MailParser();
    private final List<Figure> figures = new ArrayList<>();
    private int right;
    private int all;

    ReplyPairs(Corpora corpora) {
        this.corpora = corpora;
    }

    List<Figure> figures() throws IOException {
        plain("talon", "signature kept, an answer between quotes keeps them");
        plain("planer", "signature kept, an answer between quotes keeps them");
        html();
        signatures();
        figures.add(
                Figure.atLeast(
                        "own text, exact",
                        "talon and planer together, " + all + " pairs",
                        Figure.share(right, all),
                        .90));
        fixtures();
        return figures;
    }

    private void plain(String suite, String convention) throws IOException {
        Tally tally = new Tally();
        for (Map<String, Object> pair : pairs(suite)) {
            if (pair.getOrDefault("op", "extract_from_plain").equals("extract_from_plain")) {
                Body body = body("text/plain", Json.member(pair, "input"));
                String kept = isInterleaved(body) ? body.text() : text(body, REPLY);
                tally.add(kept, pair);
            }
        }
        tally.report("own text, exact", suite + " plain: " + convention);
    }

    private void html() throws IOException {
        Tally tally = new Tally();
        for (Map<String, Object> pair : pairs("talon")) {
            if (Json.member(pair, "op").equals("extract_from_html")) {
                Body body = body("text/html", Json.member(pair, "input"));
                String wanted = body("text/html", Json.member(pair, "expected")).text();
                tally.add(text(body, REPLY), wanted, pair);
            }
        }
        tally.report("own text, exact", "talon HTML: signature kept, compared as text");
    }

    private void signatures() throws IOException {
        Tally tally = new Tally();
        for (Map<String, Object> pair : pairs("talon")) {
            if (Json.member(pair, "op").equals("extract_signature")) {
                Body body = body("text/plain", Json.member(pair, "input"));
                List<Object> wanted = Json.array(Json.member(pair, "expected"));
                tally.add(
                        text(body, WORDS) + " | " + text(body, SIGNATURE),
                        wanted.getFirst() + " | " + wanted.getLast(),
                        pair);
            }
        }
        tally.report("own text and signature, exact", "talon signature: sign-off is signature");
    }

    /// Whole mails of mail programs, all saying the same.
    private void fixtures() throws IOException {
        Path folder = corpora.pack("3-reply-zones/talon-fixtures").resolve("fixtures");
        Tally tally = new Tally();
        for (Path file : files(folder.resolve("standard_replies"), ".eml")) {
            Path told =
                    file.resolveSibling(
                            file.getFileName().toString().replace(".eml", "_reply_text"));
            String wanted = Files.exists(told) ? Files.readString(told) : "Hello";
            tally.add(text(parser.parse(Files.readAllBytes(file)).body(), REPLY), wanted, file);
        }
        for (Path file : files(folder.resolve("html_replies"), ".html")) {
            Body body = body("text/html", Files.readString(file));
            tally.add(text(body, REPLY), "Hi. I am fine. Thanks, Alex", file);
        }
        figures.add(tally.figure("own text, exact", "talon's whole mails of mail programs"));
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (var list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private List<Map<String, Object>> pairs(String suite) throws IOException {
        Path file = corpora.file("3-reply-zones/" + suite + "-pairs.jsonl");
        return Files.readAllLines(file).stream().map(line -> Json.object(Json.read(line))).toList();
    }

    private Body body(String type, Object text) {
        String head =
                "Content-Type: " + type + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
        return parser.parse((head + text).getBytes(StandardCharsets.UTF_8)).body();
    }

    /// Whether own words stand between two quotes.
    private static boolean isInterleaved(Body body) {
        boolean quoted = false;
        boolean between = false;
        for (Zone zone : body.zones()) {
            if (zone.type() == ZoneType.QUOTE) {
                if (between) {
                    return true;
                }
                quoted = true;
            } else {
                between |= quoted && zone.type().ownWords();
            }
        }
        return false;
    }

    /// The zones of these types; a forwarded mail keeps its head.
    private static String text(Body body, Collection<ZoneType> types) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < body.zones().size(); i++) {
            Zone zone = body.zones().get(i);
            boolean forwarded =
                    zone.type() == ZoneType.QUOTE_HEADER
                            && i + 1 < body.zones().size()
                            && body.zones().get(i + 1).type() == ZoneType.FORWARD;
            if (types.contains(zone.type()) || (forwarded && types.contains(ZoneType.FORWARD))) {
                text.append(body.text(), zone.start(), zone.end()).append('\n');
            }
        }
        return text.toString();
    }

    private final class Tally {
        private int hits;
        private int pairs;

        void add(String kept, Map<String, Object> pair) {
            add(kept, Json.member(pair, "expected").toString(), pair);
        }

        void add(String kept, String wanted, Object pair) {
            pairs++;
            if (even(kept).equals(even(wanted))) {
                hits++;
            } else {
                Measure.miss(
                        "== " + pair + "\n  got    " + even(kept) + "\n  wanted " + even(wanted));
            }
        }

        void report(String what, String data) {
            right += hits;
            all += pairs;
            figures.add(figure(what, data));
        }

        Figure figure(String what, String data) {
            return Figure.told(what, data + ", " + pairs, Figure.share(hits, pairs));
        }

        private static String even(String text) {
            return text.replace('\u00A0', ' ').replaceAll("__+|\\s+", " ").strip();
        }
    }
}
