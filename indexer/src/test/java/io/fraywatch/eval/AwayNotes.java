package io.fraywatch.eval;

import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Whether notes of being away are known by their words alone in the languages besides English, and
/// what people write about being away isn't taken for one. Made by hand; words were added after the
/// first scoring, which its file tells.
final class AwayNotes implements Measure {
    private static final List<String> LANGUAGES = List.of("de", "fr", "es", "pt", "it", "nl");

    private final MailParser parser = new MailParser();

    private record Note(String language, HandmadeMail mail, ParsedMail parsed) {
        boolean isAway() {
            return mail.kind() == MessageKind.OUT_OF_OFFICE;
        }

        boolean takenForAway() {
            return parsed.kind() == MessageKind.OUT_OF_OFFICE;
        }

        boolean dayIsRight() {
            return parsed.returnDate().equals(mail.back());
        }
    }

    @Override
    public String title() {
        return "Away notes";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Note> notes = notes();
        List<Figure> figures = new ArrayList<>();
        for (String language : LANGUAGES) {
            add(notes, note -> note.language().equals(language), language, figures);
        }
        add(notes, note -> true, "all six", figures);
        List<Note> found =
                notes.stream().filter(note -> note.isAway() && note.takenForAway()).toList();
        figures.add(
                Figure.told(
                        "out of office: first day back, or that none is named",
                        found.size() + " notes that were found",
                        Figure.share(
                                found.stream().filter(Note::dayIsRight).count(), found.size())));
        return figures;
    }

    private static void add(
            List<Note> notes, Predicate<Note> which, String name, List<Figure> figures) {
        List<Note> chosen = notes.stream().filter(which).toList();
        boolean[] away = new boolean[chosen.size()];
        boolean[] taken = new boolean[chosen.size()];
        for (int i = 0; i < away.length; i++) {
            away[i] = chosen.get(i).isAway();
            taken[i] = chosen.get(i).takenForAway();
        }
        Hits hits = new Hits(away, taken);
        String data = away.length + " mails without a header that tells";
        figures.add(
                Figure.told(name + " out of office: precision", data, hits.precision(hits.all()))
                        .within(Bootstrap.interval(away.length, hits::precision)));
        figures.add(
                Figure.told(name + " out of office: recall", data, hits.recall(hits.all()))
                        .within(Bootstrap.interval(away.length, hits::recall)));
    }

    private List<Note> notes() throws IOException {
        List<Note> notes = new ArrayList<>();
        for (String line : HandmadeMail.lines("away-notes.txt")) {
            String[] column = line.split(" \\| ", 2);
            HandmadeMail mail = HandmadeMail.of(notes.size() + 1, column[1].split(" \\| ", 6));
            Note note = new Note(column[0], mail, parser.parse(mail.raw()));
            notes.add(note);
            tell(note);
        }
        return notes;
    }

    private static void tell(Note note) {
        if (note.isAway() != note.takenForAway() || (note.isAway() && !note.dayIsRight())) {
            Measure.miss(
                    note.language()
                            + " "
                            + note.mail().subject()
                            + ": "
                            + note.parsed().kind().key()
                            + " "
                            + note.parsed().returnDate());
        }
    }
}
