package io.fraywatch.eval;

import io.fraywatch.mail.MailPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// mime4j's mails, each with its tree of parts (`_decoded.xml`) and each part's decoded bytes.
final class Mime4jSuite {
    private static final String STRAY_LINE =
            "a header line is no field: mime4j skips it or starts the body there, by a setting, and"
                    + " the suite expects either of the same bytes; we keep what people wrote";
    private static final String CUT_GROUP =
            "a last group of base64 is cut short: mime4j drops its bytes; we keep them";
    private static final String PACK = "2-mime/mime4j-0.8.11-testmsgs";

    private static final String LINE_ENDS =
            "mime4j makes CRLF of the lone LF that ends lines of quoted-printable; we keep it";

    private Mime4jSuite() {}

    static List<Figure> figures(Corpora corpora) throws IOException {
        int mails = 0;
        int trees = 0;
        int parts = 0;
        int sizes = 0;
        for (Path xml : corpora.files(PACK)) {
            if (!xml.toString().endsWith("_decoded.xml")) {
                continue;
            }
            String name = xml.getFileName().toString().replace("_decoded.xml", "");
            List<MailPart> ours =
                    Mime.parsed(xml.resolveSibling(name + ".msg")).structure().parts();
            List<Expected> theirs = expected(xml);
            mails++;
            if (shape(ours).equals(theirs.stream().map(Expected::shape).toList())) {
                trees++;
                for (int i = 0; i < theirs.size(); i++) {
                    if (theirs.get(i).size() >= 0) {
                        parts++;
                        sizes += sameSize(name, xml, ours, i, theirs.get(i)) ? 1 : 0;
                    }
                }
            } else {
                Measure.miss(name + ": " + shape(ours) + " for " + theirs);
            }
        }
        return List.of(
                Figure.atLeast(
                        "tree of parts as expected",
                        mails + " mails of mime4j",
                        Figure.share(trees, mails),
                        1),
                Figure.atLeast(
                        "decoded size as expected",
                        parts + " parts of mime4j",
                        Figure.share(sizes, parts),
                        1));
    }

    private static boolean sameSize(
            String name, Path xml, List<MailPart> mail, int at, Expected theirs)
            throws IOException {
        MailPart ours = mail.get(at);
        if (ours.size() == theirs.size) {
            return true;
        }
        Optional<String> verdict = Optional.empty();
        if (theirs.encoding.equals("base64")) {
            long more = ours.size() - theirs.size;
            verdict =
                    theirs.size % 3 == 0 && more > 0 && more < 3 ? Optional.of(CUT_GROUP) : verdict;
        } else if (theirs.encoding.equals("quoted-printable")) {
            verdict =
                    theirs.size - ours.size() == theirs.lineEnds ? Optional.of(LINE_ENDS) : verdict;
        } else if (mail.size() == 1) {
            String text =
                    Files.readString(
                            xml.resolveSibling(name + ".msg"), StandardCharsets.ISO_8859_1);
            verdict = beginsInHeader(text, ours.size()) ? Optional.of(STRAY_LINE) : verdict;
        }
        Measure.miss(
                name
                        + ": "
                        + ours
                        + " has "
                        + theirs.size
                        + " bytes: "
                        + verdict.orElse("ours is wrong"));
        return verdict.isPresent();
    }

    /// Whether a text that reaches from there to the mail's end begins at a line of a header that
    /// has a line neither a field nor a fold with anything in it, and not above the first such.
    private static boolean beginsInHeader(String mail, long size) {
        boolean stray = false;
        for (int at = 0; at < mail.length(); ) {
            int end = mail.indexOf('\n', at) + 1;
            end = end == 0 ? mail.length() : end;
            String line = mail.substring(at, end);
            if (line.strip().isEmpty() && !line.startsWith(" ") && !line.startsWith("\t")) {
                return stray && mail.length() - end == size;
            }
            boolean fold = line.startsWith(" ") || line.startsWith("\t");
            stray |= line.isBlank() || (!fold && line.indexOf(':') < 0);
            if (stray && (mail.length() - at == size || mail.length() - end == size)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private static List<String> shape(List<MailPart> parts) {
        return parts.stream().map(part -> part.depth() + " " + kind(part.type())).toList();
    }

    private static String kind(String type) {
        return switch (type) {
            case String t when t.startsWith("multipart/") -> "multipart";
            case "message/rfc822" -> "message";
            case String t when t.startsWith("text/") -> "text";
            default -> "binary";
        };
    }

    /// @param size decoded bytes; -1 where none are told
    /// @param lineEnds how often CRLF stands in them
    /// @param encoding the part's own transfer encoding in lower case; empty where none is told
    private record Expected(int depth, String kind, long size, long lineEnds, String encoding) {
        String shape() {
            return depth + " " + kind;
        }
    }

    private static List<Expected> expected(Path xml) throws IOException {
        List<Expected> parts = new ArrayList<>();
        Element message =
                Jsoup.parse(
                                Files.readString(xml, StandardCharsets.ISO_8859_1),
                                "",
                                Parser.xmlParser())
                        .children()
                        .getFirst();
        content(message, 0, xml, parts);
        return parts;
    }

    private static void content(Element around, int depth, Path xml, List<Expected> parts)
            throws IOException {
        for (Element child : around.children()) {
            switch (child.normalName()) {
                case "multipart" -> {
                    parts.add(new Expected(depth, "multipart", -1, 0, ""));
                    for (Element part : child.children()) {
                        content(part, depth + 1, xml, parts);
                    }
                }
                case "message" -> {
                    parts.add(new Expected(depth, "message", -1, 0, ""));
                    content(child, depth + 1, xml, parts);
                }
                case "text-body", "binary-body" -> {
                    String bytes =
                            Files.readString(
                                    xml.resolveSibling(child.attr("name")),
                                    StandardCharsets.ISO_8859_1);
                    parts.add(
                            new Expected(
                                    depth,
                                    child.normalName().replace("-body", ""),
                                    bytes.length(),
                                    bytes.split("\r\n", -1).length - 1,
                                    encoding(around)));
                }
                default -> {}
            }
        }
    }

    private static String encoding(Element entity) {
        return entity.select("> header > field").eachText().stream()
                .map(field -> field.toLowerCase(Locale.ROOT))
                .filter(field -> field.startsWith("content-transfer-encoding:"))
                .map(field -> field.substring(field.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
