package io.fraywatch.eval;

import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// kmime's pairs of encoded and plain header text (RFC 2047 `Q` and `B`, RFC 2231), each put into a
/// header and read out of it. Its pairs for encoders are read backwards.
///
/// Most hold all 256 bytes: they are read as KOI8-R, in which each is a character of its own.
/// Control characters are expected to be dropped, blanks around as well, and the two slashes of a
/// file's name, behind which its folders end, are left out on both sides.
final class HeaderCodecs {
    private static final String PACK = "2-mime/kmime-22.12";
    private static final String CHARSET = "koi8-r";

    private HeaderCodecs() {}

    static List<Figure> figures(Corpora corpora) throws IOException {
        return List.of(
                words(corpora, "codec_q", "Q"),
                words(corpora, "codec_b", "B"),
                parameters(corpora));
    }

    private record Pair(String name, String encoded, String plain) {}

    private static List<Pair> pairs(Corpora corpora, String folder) throws IOException {
        Path pack = corpora.pack(PACK);
        return corpora.files(PACK).stream()
                .filter(file -> file.startsWith(pack.resolve(folder)))
                .filter(file -> file.toString().endsWith(".expected"))
                .map(HeaderCodecs::pair)
                .toList();
    }

    private static Pair pair(Path expected) {
        String name = expected.getFileName().toString().replace(".expected", "");
        Path given = expected.resolveSibling(name);
        boolean encoder = name.endsWith("-encode");
        try {
            return new Pair(
                    name,
                    Files.readString(encoder ? expected : given, StandardCharsets.ISO_8859_1),
                    Files.readString(encoder ? given : expected, Charset.forName(CHARSET)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure words(Corpora corpora, String folder, String how) throws IOException {
        List<Pair> pairs = pairs(corpora, folder);
        long right =
                pairs.stream()
                        .filter(pair ->
                                same(
                                        pair.name,
                                        shown(pair.plain),
                                        parse(
                                                        "Subject: =?%s?%s?%s?="
                                                                .formatted(
                                                                        CHARSET,
                                                                        how,
                                                                        pair.encoded.strip()))
                                                .headers()
                                                .subject()))
                        .count();
        return figure("encoded words (RFC 2047 " + how + ")", right, pairs.size());
    }

    private static Figure parameters(Corpora corpora) throws IOException {
        List<Pair> pairs = pairs(corpora, "codec_x-kmime-rfc2231");
        long right = pairs.stream().filter(HeaderCodecs::isNameRight).count();
        return figure("encoded file names (RFC 2231)", right, pairs.size());
    }

    private static boolean isNameRight(Pair pair) {
        String encoded = pair.encoded.strip().replace("%2F", "").replace("%5C", "");
        String plain = pair.plain.replace("/", "").replace("\\", "");
        ParsedMail mail =
                parse(
                        "Content-Type: application/pdf\nContent-Disposition: attachment; filename*="
                                + CHARSET
                                + "''"
                                + encoded);
        return same(pair.name, shown(plain), mail.attachments().getFirst().name());
    }

    private static Figure figure(String what, long right, int all) {
        return Figure.atLeast(what, all + " pairs of kmime", Figure.share(right, all), 1);
    }

    private static boolean same(String name, String expected, String ours) {
        if (!expected.equals(ours)) {
            Measure.miss(name + ": " + ours + " for " + expected);
        }
        return expected.equals(ours);
    }

    private static ParsedMail parse(String header) {
        return new MailParser().parse((header + "\n\nHi\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n' || c == '\r') {
                shown.append(' ');
            } else if (!Character.isISOControl(c)) {
                shown.append(c);
            }
        }
        return shown.toString().strip();
    }
}
