package io.fraywatch.eval;

import io.fraywatch.eval.AnnotatedMail.Truth;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Mails that people divided by hand, compared character by character; blanks don't count.
final class AnnotatedZones {
    private final Corpora corpora;
    private final MailParser parser = new MailParser();

    AnnotatedZones(Corpora corpora) {
        this.corpora = corpora;
    }

    List<Figure> figures() throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (String half : List.of("train", "eval")) {
            Counts enron = counts("quagga-enron-annotated_all-" + half);
            String data = "Enron, " + half + " half, " + enron.mails + " mails by hand";
            boolean held = half.equals("eval");
            figures.add(own("precision", enron.own.precision(), data, held));
            figures.add(own("recall", enron.own.recall(), data, held));
            enron.types.forEach((type, tally) -> {
                figures.add(Figure.told(type.key() + ", precision", data, tally.precision()));
                figures.add(Figure.told(type.key() + ", recall", data, tally.recall()));
            });
            Counts lists = counts("quagga-asf-" + half);
            String list = "Apache lists, " + half + " half, " + lists.mails + " mails by hand";
            figures.add(own("precision", lists.own.precision(), list, false));
            figures.add(own("recall", lists.own.recall(), list, false));
        }
        return figures;
    }

    private static Figure own(String what, double value, String data, boolean held) {
        String name = "own text, " + what;
        return held ? Figure.atLeast(name, data, value, .95) : Figure.told(name, data, value);
    }

    private Counts counts(String pack) throws IOException {
        Counts counts = new Counts();
        for (String line :
                Files.readAllLines(corpora.pack("3-reply-zones/" + pack).resolve("zones.jsonl"))) {
            AnnotatedMail mail = AnnotatedMail.of(line);
            StringBuilder text = new StringBuilder();
            List<Truth> truth = new ArrayList<>();
            mail.forEach((c, told) -> {
                text.append(c);
                truth.add(told);
            });
            byte[] raw = mail.message(text.toString()).getBytes(StandardCharsets.UTF_8);
            counts.add(mail.id(), text.toString(), truth, parser.parse(raw).body());
        }
        return counts;
    }

    private static final class Counts {
        private final Tally own = new Tally();
        private final Map<ZoneType, Tally> types = new EnumMap<>(ZoneType.class);
        private int mails;

        void add(String id, String text, List<Truth> wanted, Body body) {
            mails++;
            List<ZoneType> told = told(body);
            Differences differences = new Differences();
            int at = 0;
            for (int i = 0; i < text.length(); i++) {
                if (!isShown(text.charAt(i))) {
                    differences.skip(text.charAt(i));
                    continue;
                }
                ZoneType found = at < told.size() ? told.get(at) : ZoneType.QUOTE;
                at++;
                if (wanted.get(i) != Truth.OPEN) {
                    ZoneType right = wanted.get(i).type;
                    own.add(right.ownWords(), found.ownWords());
                    ZoneType even = found == ZoneType.FORWARD ? ZoneType.QUOTE : found;
                    count(right, even);
                    differences.add(right, even, text.charAt(i));
                }
            }
            differences.tell(id);
        }

        private void count(ZoneType right, ZoneType found) {
            types.computeIfAbsent(right, t -> new Tally()).add(true, right == found);
            if (right != found) {
                types.computeIfAbsent(found, t -> new Tally()).add(false, true);
            }
        }

        /// The zone of each character that isn't blank.
        private static List<ZoneType> told(Body body) {
            List<ZoneType> told = new ArrayList<>();
            int at = 0;
            for (Zone zone : body.zones()) {
                for (; at < zone.end(); at++) {
                    if (isShown(body.text().charAt(at))) {
                        told.add(at < zone.start() ? ZoneType.NEW : zone.type());
                    }
                }
            }
            return told;
        }

        private static boolean isShown(char c) {
            return !Character.isWhitespace(c) && c != '\u00A0' && !Character.isISOControl(c);
        }
    }

    /// The stretches of one mail that were taken for something else, for whoever asks.
    private static final class Differences {
        private final StringBuilder told = new StringBuilder();
        private String last = "";
        private int characters;

        void skip(char blank) {
            if (!last.isEmpty()) {
                told.append(blank == '\n' ? '¶' : ' ');
            }
        }

        void add(ZoneType right, ZoneType found, char c) {
            String now = right == found ? "" : right.key() + ">" + found.key();
            if (!now.equals(last) && !now.isEmpty()) {
                told.append(" {").append(now).append("} ");
            }
            if (!now.isEmpty()) {
                told.append(c);
                characters += right.ownWords() == found.ownWords() ? 0 : 1;
            }
            last = now;
        }

        void tell(String id) {
            if (!told.isEmpty()) {
                Measure.miss(String.format(Locale.ROOT, "%06d %s%s", characters, id, told));
            }
        }
    }

    private static final class Tally {
        private long hits;
        private long missed;
        private long wrong;

        void add(boolean wanted, boolean found) {
            hits += wanted && found ? 1 : 0;
            missed += wanted && !found ? 1 : 0;
            wrong += !wanted && found ? 1 : 0;
        }

        double precision() {
            return Figure.share(hits, hits + wrong);
        }

        double recall() {
            return Figure.share(hits, hits + missed);
        }
    }
}
