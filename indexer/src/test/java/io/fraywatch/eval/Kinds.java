package io.fraywatch.eval;

import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of mail each is, when its author is back, and what bounced.
///
/// Labels come from the packs themselves (`labels.jsonl`, the first word of a file's name, a
/// calendar's METHOD), from a reader (`kinds-spamassassin.txt`) or from us (`kinds-handmade.txt`);
/// never from the rules measured.
final class Kinds implements Measure {
    private static final String SISIMAI = "5-auto-bounce/sisimai-set-of-emails";
    private static final String BAUNSU = "5-auto-bounce/baunsu-emails";
    private static final String SPAMASSASSIN = "1-threads/spamassassin-dev";
    private static final String USRP = "1-threads/usrp-users_2019-2021.maildir";
    private static final Pattern LABEL =
            Pattern.compile("\"file\": \"([^\"]+)\".*\"label\": \"([^\"]+)\"");
    private static final Set<MessageKind> ANSWERING =
            EnumSet.of(MessageKind.OUT_OF_OFFICE, MessageKind.AUTO_REPLY);

    /// Bounces that a person forwards with a note; to the pack they are bounces.
    private static final Set<String> FORWARDED =
            Set.of("maildir/bsd/lhost-sendmail-14.eml", "maildir/err/make-test-36.eml");

    private final MailParser parser = new MailParser();

    /// A mail whose kind is known: one of `kinds`.
    private record Known(String name, Set<MessageKind> kinds, ParsedMail mail) {
        boolean isOf(MessageKind kind) {
            return kinds.contains(kind);
        }

        boolean right() {
            return kinds.contains(mail.kind());
        }
    }

    @Override
    public String title() {
        return "Kinds";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Known> reports = sisimai(corpora);
        List<Known> others = baunsu(corpora);
        List<Known> read = spamassassin(corpora);
        List<HandmadeMail> notes = HandmadeMail.all();
        List<Known> unseen = handmade(notes, false);
        List<Known> all = new ArrayList<>(reports);
        all.addAll(others);
        all.addAll(read);
        all.addAll(unseen);
        tell(reports);
        tell(others);
        tell(read);
        tell(handmade(notes, true));
        List<Known> bounces = only(all, k -> k.isOf(MessageKind.BOUNCE));
        List<Known> answers = only(all, k -> ANSWERING.containsAll(k.kinds));
        List<Known> bulk = only(all, k -> k.kinds.equals(EnumSet.of(MessageKind.BULK)));
        List<Known> persons = only(all, k -> k.isOf(MessageKind.PERSON));
        List<Known> taken = only(all, k -> k.mail.kind() == MessageKind.PERSON);
        List<Figure> figures = new ArrayList<>();
        figures.add(atLeast("person: precision", "all labelled", taken, Known::right, .99));
        figures.add(atLeast("person: recall", "all labelled", persons, Known::right, .97));
        figures.add(atLeast("bounce: recall", "sisimai, baunsu", bounces, Known::right, .98));
        figures.add(
                atLeast(
                        "automatic answer: recall",
                        "sisimai, baunsu, hand-made unseen",
                        answers,
                        Known::right,
                        .97));
        figures.add(atLeast("bulk: recall", "SpamAssassin ham, labelled", bulk, Known::right, .97));
        figures.addAll(bounceFigures(only(reports, k -> k.isOf(MessageKind.BOUNCE))));
        figures.addAll(noteFigures(notes));
        figures.addAll(CalendarMails.figures(corpora));
        figures.add(listFigure(corpora));
        return figures;
    }

    /// Misses among the unseen are counted, not told.
    private static void tell(List<Known> all) {
        all.stream()
                .filter(known -> !known.right())
                .forEach(known ->
                        Measure.miss(
                                "kind "
                                        + known.mail.kind()
                                        + " not "
                                        + known.kinds
                                        + " "
                                        + known.name
                                        + " '"
                                        + known.mail.headers().subject()
                                        + "'"));
    }

    private static Figure atLeast(
            String what, String data, List<Known> of, Predicate<Known> right, double bar) {
        long good = of.stream().filter(right).count();
        return Figure.atLeast(
                what, data + ", " + of.size() + " mails", Figure.share(good, of.size()), bar);
    }

    private static List<Known> only(List<Known> all, Predicate<Known> which) {
        return all.stream().filter(which).toList();
    }

    private List<Known> sisimai(Corpora corpora) throws IOException {
        Path pack = corpora.pack(SISIMAI);
        Path labels =
                corpora.files(SISIMAI).stream()
                        .filter(file -> file.endsWith("labels.jsonl"))
                        .findFirst()
                        .orElseThrow();
        List<Known> all = new ArrayList<>();
        for (String line : Files.readAllLines(labels)) {
            Matcher matcher = LABEL.matcher(line);
            if (matcher.find() && !matcher.group(2).startsWith("mbox")) {
                Set<MessageKind> kinds =
                        switch (matcher.group(2)) {
                            case "bounce" ->
                                    EnumSet.of(
                                            FORWARDED.contains(matcher.group(1))
                                                    ? MessageKind.PERSON
                                                    : MessageKind.BOUNCE);
                            case "auto-reply" -> ANSWERING;
                            case "feedback-loop" -> EnumSet.of(MessageKind.BULK);
                            default -> EnumSet.complementOf(EnumSet.of(MessageKind.BOUNCE));
                        };
                all.add(known(labels.resolveSibling(matcher.group(1)), pack, kinds));
            }
        }
        return all;
    }

    private List<Known> baunsu(Corpora corpora) throws IOException {
        Path pack = corpora.pack(BAUNSU);
        List<Known> all = new ArrayList<>();
        for (Path file : corpora.files(BAUNSU)) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith("bounce_")) {
                all.add(known(file, pack, EnumSet.of(MessageKind.BOUNCE)));
            } else if (name.startsWith("auto_")) {
                all.add(known(file, pack, ANSWERING));
            } else if (name.startsWith("ordinary_")) {
                all.add(known(file, pack, EnumSet.of(MessageKind.PERSON)));
            }
        }
        return all;
    }

    private List<Known> spamassassin(Corpora corpora) throws IOException {
        Path pack = corpora.pack(SPAMASSASSIN);
        Path folder =
                Files.isDirectory(pack.resolve("easy-ham-1"))
                        ? pack
                        : pack.resolve("spamassassin-dev");
        List<Known> all = new ArrayList<>();
        for (String line : HandmadeMail.lines("kinds-spamassassin.txt")) {
            String[] column = line.split(" ", 2);
            all.add(
                    known(
                            folder.resolve(column[1]),
                            pack,
                            EnumSet.of(HandmadeMail.kind(column[0]))));
        }
        return all;
    }

    private Known known(Path file, Path pack, Set<MessageKind> kinds) throws IOException {
        return new Known(
                pack.relativize(file).toString(), kinds, parser.parse(Files.readAllBytes(file)));
    }

    private List<Known> handmade(List<HandmadeMail> notes, boolean tuned) {
        return notes.stream()
                .filter(note -> note.tuned() == tuned)
                .map(note ->
                        new Known(
                                "hand-made " + note.line(),
                                EnumSet.of(note.kind()),
                                parser.parse(note.raw())))
                .toList();
    }

    private static List<Figure> bounceFigures(List<Known> bounces) {
        List<Bounce> read =
                bounces.stream().flatMap(known -> known.mail.nature().bounce().stream()).toList();
        bounces.stream()
                .filter(known ->
                        known.mail.nature().bounce().filter(b -> b.failed().isEmpty()).isPresent())
                .forEach(known -> Measure.miss("bounce names nobody " + known.name));
        return List.of(
                Figure.told(
                        "bounce: names whom it did not reach",
                        "sisimai, " + read.size() + " mails",
                        Figure.share(
                                read.stream().filter(b -> !b.failed().isEmpty()).count(),
                                read.size())),
                Figure.told(
                        "bounce: says why",
                        "sisimai",
                        Figure.share(
                                read.stream().filter(b -> !b.diagnostic().isEmpty()).count(),
                                read.size())),
                Figure.told(
                        "bounce: tied to the mail that bounced",
                        "sisimai",
                        Figure.share(
                                read.stream().filter(b -> b.original().isPresent()).count(),
                                read.size())));
    }

    private List<Figure> noteFigures(List<HandmadeMail> notes) {
        List<Figure> figures = new ArrayList<>();
        for (boolean tuned : List.of(false, true)) {
            String data = tuned ? "hand-made, tuned half" : "hand-made, unseen half";
            List<HandmadeMail> dated =
                    notes.stream()
                            .filter(note -> note.tuned() == tuned && note.back().isPresent())
                            .toList();
            long exact = dated.stream().filter(this::datedRight).count();
            figures.add(
                    Figure.atLeast(
                            "return date: exact",
                            data + ", " + dated.size() + " mails",
                            Figure.share(exact, dated.size()),
                            .9));
            List<Known> all = handmade(notes, tuned);
            figures.add(atLeast("kind: right", data, all, Known::right, .97));
        }
        long invented =
                notes.stream()
                        .filter(note -> note.back().isEmpty())
                        .filter(note -> parser.parse(note.raw()).returnDate().isPresent())
                        .count();
        figures.add(
                Figure.atMost(
                        "return date: invented", "hand-made, both halves", (double) invented, 0));
        return figures;
    }

    private boolean datedRight(HandmadeMail note) {
        ParsedMail mail = parser.parse(note.raw());
        boolean right = mail.returnDate().equals(note.back());
        if (!right && note.tuned()) {
            Measure.miss(
                    "return date "
                            + mail.returnDate()
                            + " not "
                            + note.back()
                            + " hand-made "
                            + note.line()
                            + " '"
                            + note.text()
                            + "'");
        }
        return right;
    }

    /// All mail of a mailing list; nearly all of it is by persons.
    private Figure listFigure(Corpora corpora) throws IOException {
        int persons = 0;
        List<Path> files = corpora.files(USRP);
        for (Path file : files) {
            ParsedMail mail = parser.parse(Files.readAllBytes(file));
            if (mail.kind() == MessageKind.PERSON) {
                persons++;
            } else {
                Measure.miss(
                        "list "
                                + mail.kind()
                                + " "
                                + file.getFileName()
                                + " '"
                                + mail.headers().subject()
                                + "' "
                                + mail.headers().author());
            }
        }
        return Figure.told(
                "understood as by a person",
                "usrp-users list, " + files.size() + " mails",
                Figure.share(persons, files.size()));
    }
}
