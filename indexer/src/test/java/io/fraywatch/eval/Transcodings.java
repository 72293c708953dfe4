package io.fraywatch.eval;

import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The files of gmime and kmime that hold the same bytes or text twice: encoded and plain. Each is
/// put into a mail and read out of it.
final class Transcodings {
    private static final Map<String, String> CHARSETS =
            Map.of(
                    "chinese.big5", "big5",
                    "cyrillic.cp1251", "windows-1251",
                    "cyrillic.iso-8859-5", "iso-8859-5",
                    "cyrillic.koi8-r", "koi8-r",
                    "japanese.iso-2022-jp", "iso-2022-jp",
                    "japanese.shift-jis", "shift_jis");

    private Transcodings() {}

    static List<Figure> figures(Corpora corpora) throws IOException {
        Path filters = corpora.pack("2-mime/gmime-3.2.13").resolve("filters");
        int declared = 0;
        int detected = 0;
        for (Map.Entry<String, String> file : CHARSETS.entrySet()) {
            byte[] bytes = Files.readAllBytes(filters.resolve(file.getKey() + ".txt"));
            String language = file.getKey().substring(0, file.getKey().indexOf('.'));
            String words =
                    held(
                            file.getValue(),
                            words(Files.readString(filters.resolve(language + ".utf-8.txt"))));
            declared +=
                    read(
                            "Content-Type: text/plain; charset=" + file.getValue(),
                            bytes,
                            words,
                            file.getKey());
            detected +=
                    read("Content-Type: text/plain", bytes, words, file.getKey() + " undeclared");
        }
        int all = CHARSETS.size();
        return List.of(
                Figure.atLeast(
                        "text by its declared charset",
                        all + " files of gmime",
                        Figure.share(declared, all),
                        1),
                Figure.atLeast(
                        "text without a declared charset",
                        all + " files of gmime",
                        Figure.share(detected, all),
                        1),
                transfer(corpora));
    }

    /// What of a text a charset has characters for: the rest was lost when the file was made.
    private static String held(String charset, String words) {
        CharsetEncoder encoder = Charset.forName(charset).newEncoder();
        StringBuilder held = new StringBuilder();
        words.chars().filter(c -> encoder.canEncode((char) c)).forEach(c -> held.append((char) c));
        return held.toString();
    }

    private static Figure transfer(Corpora corpora) throws IOException {
        Path gmime = corpora.pack("2-mime/gmime-3.2.13").resolve("encodings");
        Path kmime = corpora.pack("2-mime/kmime-22.12");
        int all = 0;
        int right = 0;
        for (String[] file :
                new String[][] {
                    {"base64", gmime + "/photo.b64", gmime + "/photo.jpg"},
                    {"x-uuencode", gmime + "/photo.uu", gmime + "/photo.jpg"},
                    {"quoted-printable", gmime + "/wikipedia.qp", gmime + "/wikipedia.txt"},
                    {"base64", kmime + "/codec_base64/basic-decode.base64", ""},
                    {"base64", kmime + "/codec_base64/corrupt.base64", ""},
                    {
                        "quoted-printable",
                        kmime + "/codec_quoted-printable/basic-decode.quoted-printable",
                        ""
                    },
                    {
                        "quoted-printable",
                        kmime + "/codec_quoted-printable/corrupt.quoted-printable",
                        ""
                    },
                    {
                        "quoted-printable",
                        kmime + "/codec_quoted-printable/corrupt2.quoted-printable",
                        ""
                    },
                    {
                        "quoted-printable",
                        kmime + "/codec_quoted-printable/corrupt3.quoted-printable",
                        ""
                    },
                    {
                        "quoted-printable",
                        kmime + "/codec_quoted-printable/corrupt4.quoted-printable",
                        ""
                    },
                    {"x-uuencode", kmime + "/codec_x-uuencode/basic-decode.x-uuencode", ""},
                }) {
            byte[] bytes = Files.readAllBytes(Path.of(file[1]));
            Path plain = Path.of(file[2].isEmpty() ? file[1] + ".expected" : file[2]);
            long size = Files.size(plain);
            long ours =
                    mail("Content-Type: text/x-file\nContent-Transfer-Encoding: " + file[0], bytes)
                            .structure()
                            .parts()
                            .getFirst()
                            .size();
            all++;
            right += ours == size ? 1 : 0;
            if (ours != size) {
                Measure.miss(file[1] + ": " + ours + " bytes for " + size);
            }
        }
        return Figure.atLeast(
                "transfer encoding undone, also broken ones",
                all + " files of gmime and kmime",
                Figure.share(right, all),
                1);
    }

    private static int read(String header, byte[] bytes, String words, String what) {
        String ours = words(mail(header, bytes).body().text());
        if (!ours.equals(words)) {
            Measure.miss(what + ": " + ours.substring(0, Math.min(60, ours.length())));
        }
        return ours.equals(words) ? 1 : 0;
    }

    private static ParsedMail mail(String header, byte[] body) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes((header + "\n\n").getBytes(StandardCharsets.UTF_8));
        mail.writeBytes(body);
        return new MailParser().parse(mail.toByteArray());
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", " ").strip();
    }
}
