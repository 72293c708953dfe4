package io.fraywatch.eval;

import io.fraywatch.mail.Body;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Protection;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/// The words that KMail quotes when one replies to a mail of its suite (`.plain.reply`,
/// `.html.reply`), against the words that we read in it, and the page it shows of a mail (`.html`),
/// on which each line that we read should stand. Mails that it decrypts with the suite's keys are
/// left out.
final class KdeReplies {
    private static final String PACK = "2-mime/kde-messagelib-22.12";

    private KdeReplies() {}

    static List<Figure> figures(Corpora corpora) throws IOException {
        return List.of(
                replies(corpora, ".plain.reply"), replies(corpora, ".html.reply"), views(corpora));
    }

    private static Figure views(Corpora corpora) throws IOException {
        int all = 0;
        int right = 0;
        for (Path view : corpora.files(PACK)) {
            Path file = view.resolveSibling(view.getFileName().toString().replace(".html", ""));
            if (!view.toString().endsWith(".mbox.html") || !Files.exists(file)) {
                continue;
            }
            ParsedMail mail = Mime.parsed(file);
            if (mail.structure().protection() != Protection.ENCRYPTED) {
                String shown = " " + words(Jsoup.parse(Files.readString(view)).text()) + " ";
                List<String> missing =
                        unforwarded(mail.body())
                                .lines()
                                .map(KdeReplies::words)
                                .filter(line -> !shown.contains(" " + line + " "))
                                .filter(line -> !line.isEmpty())
                                .toList();
                all++;
                right += missing.isEmpty() ? 1 : 0;
                if (!missing.isEmpty()) {
                    Measure.miss(file.getFileName() + ": not shown: " + missing);
                }
            }
        }
        return Figure.told(
                "each line of ours shown",
                all + " mails in KMail's view",
                Figure.share(right, all));
    }

    /// Heads above enclosed mails are ours alone.
    private static String unforwarded(Body body) {
        int end =
                body.zones().stream()
                        .filter(zone -> zone.type() == ZoneType.FORWARD)
                        .mapToInt(Zone::start)
                        .min()
                        .orElse(body.text().length());
        return body.text().substring(0, end);
    }

    private static Figure replies(Corpora corpora, String ending) throws IOException {
        int all = 0;
        int right = 0;
        for (Path reply : corpora.files(PACK)) {
            String file = reply.getFileName().toString();
            if (!file.endsWith(ending)) {
                continue;
            }
            ParsedMail mail = Mime.parsed(reply.resolveSibling(file.replace(ending, "")));
            if (mail.structure().protection() != Protection.ENCRYPTED) {
                String theirs = Files.readString(reply);
                String words = words(ending.contains("html") ? Jsoup.parse(theirs).text() : theirs);
                String ours = words(mail.body().text());
                all++;
                right += ours.equals(words) ? 1 : 0;
                if (!ours.equals(words)) {
                    Measure.miss(file + ": " + ours + " for " + words);
                }
            }
        }
        return Figure.told(
                "words quoted in a reply, exact",
                all + " mails of KMail, " + ending.substring(1).replace(".reply", ""),
                Figure.share(right, all));
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }
}
