package io.fraywatch.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the first day back in an out-of-office note.
///
/// `Back on the 12th` and a bare `until the 12th` mean the 12th itself; a range of days, `until and
/// including` and `through` mean the day after their last.
final class ReturnDates {
    private static final int REACH = 9;
    private static final int LONGEST_JOINT = 4;

    private static final Set<String> ARTICLES =
            Set.of(
                    "the",
                    "on",
                    "am",
                    "dem",
                    "den",
                    "der",
                    "le",
                    "la",
                    "el",
                    "il",
                    "lo",
                    "dia",
                    "día",
                    "o",
                    "op",
                    "em",
                    "no",
                    "na",
                    "à",
                    "a",
                    "al",
                    "zum",
                    "du",
                    "d.",
                    "at",
                    "next",
                    "kommenden",
                    "nächsten",
                    "of",
                    "and",
                    "including");
    private static final Set<String> UNTIL =
            Set.of(
                    "until",
                    "till",
                    "til",
                    "'til",
                    "untill",
                    "bis",
                    "jusqu'au",
                    "jusqu'à",
                    "jusqu'a",
                    "jusque",
                    "hasta",
                    "fino",
                    "sino",
                    "tot",
                    "até",
                    "ate",
                    "tills",
                    "t.o.m",
                    "asti",
                    "do",
                    "až",
                    "до",
                    "kadar",
                    "până",
                    "to");
    private static final Set<String> FROM =
            Set.of("ab", "from", "as", "dès", "partir", "desde", "dal", "vanaf", "från", "fra");
    private static final Set<String> JOINTS =
            Set.of(
                    "to",
                    "until",
                    "till",
                    "til",
                    "-",
                    "through",
                    "thru",
                    "and",
                    "bis",
                    "zum",
                    "zu",
                    "einschließlich",
                    "und",
                    "au",
                    "jusqu'au",
                    "al",
                    "hasta",
                    "fino",
                    "tot",
                    "en",
                    "met",
                    "t/m",
                    "a",
                    "à",
                    "até",
                    "ao",
                    "the",
                    "den",
                    "dem",
                    "le",
                    "la",
                    "il",
                    "el",
                    "dia",
                    "día",
                    "o",
                    "tills",
                    "do",
                    "по",
                    "up",
                    "e",
                    "y",
                    "et",
                    "inclusive",
                    "med",
                    "och");
    private static final String[] BACK = {
        "back",
        "return",
        "returning",
        "returns",
        "in the office on",
        "in the office again",
        "available again",
        "resume",
        "reachable again",
        "wieder",
        "zurück",
        "retour",
        "de retour",
        "reviendrai",
        "serai présent",
        "regreso",
        "regresaré",
        "regresare",
        "volveré",
        "volvere",
        "vuelvo",
        "de vuelta",
        "reincorpor",
        "vuelta",
        "ritorno",
        "tornerò",
        "tornero",
        "rientro",
        "rientrerò",
        "rientrero",
        "di nuovo",
        "terug",
        "weer",
        "retorno",
        "retornarei",
        "regressarei",
        "regresso",
        "volto",
        "voltarei",
        "estarei de volta",
        "de volta",
        "tillbaka",
        "åter",
        "tilbage",
        "tilbake",
        "takaisin",
        "palaan",
        "wracam",
        "wrócę",
        "powrót",
        "zpět",
        "vrátím",
        "вернусь",
        "буду",
        "dönüş",
        "döneceğim",
        "vissza",
        "revin"
    };
    private static final String[] INCLUDING = {
        "and including",
        "und einschließlich",
        "bis einschließlich",
        "bis einschl",
        "bis inkl",
        "bis inklusive",
        "einschließlich",
        "through",
        "thru",
        "tot en met",
        "t/m",
        "t.e.m",
        "t.o.m",
        "til og med",
        "till och med",
        "fino a compreso",
        "hasta el día inclusive",
        "y con"
    };
    private static final String[] INCLUDED = {
        "included",
        "inclusive",
        "inclus",
        "incluso",
        "incluido",
        "compreso",
        "einschließlich",
        "inkl",
        "inbegrepen",
        "incluído"
    };

    private final List<DayMention> days;
    private final List<String> words;

    private ReturnDates(DayMentions mentions) {
        this.days = mentions.all();
        this.words = mentions.words();
    }

    /// @param sent the day the note was sent, from which `Monday` and days without a year are
    ///   counted
    static Optional<LocalDate> find(String text, LocalDate sent) {
        return new ReturnDates(DayMentions.in(text, sent))
                .firstDayBack()
                .filter(day -> !day.isBefore(sent));
    }

    private Optional<LocalDate> firstDayBack() {
        for (int i = 0; i < days.size(); i++) {
            if (says(before(i), BACK) && !endsWith(i, UNTIL) && !isRangeStart(i)) {
                return Optional.of(days.get(i).day());
            }
        }
        for (int i = 0; i < days.size(); i++) {
            if (endsWith(i, FROM) && says(behind(i), BACK) && !isRangeStart(i)) {
                return Optional.of(days.get(i).day());
            }
        }
        for (int i = 0; i < days.size(); i++) {
            if (isRangeEnd(i)) {
                LocalDate last = days.get(i).day();
                boolean wraps = i > 0 && isJoined(i) && last.isBefore(days.get(i - 1).day());
                return Optional.of((wraps ? last.plusDays(7) : last).plusDays(1));
            }
        }
        for (int i = 0; i < days.size(); i++) {
            if (endsWith(i, UNTIL) || says(near(i), INCLUDING)) {
                boolean including = says(near(i), INCLUDING) || says(justBehind(i), INCLUDED);
                return Optional.of(including ? days.get(i).day().plusDays(1) : days.get(i).day());
            }
        }
        for (int i = 0; i < days.size(); i++) {
            if (says(behind(i), BACK) && !isRangeStart(i)) {
                return Optional.of(days.get(i).day());
            }
        }
        return Optional.empty();
    }

    private boolean isRangeEnd(int i) {
        return isJoined(i) || startsWithBareDay(i);
    }

    private boolean isRangeStart(int i) {
        return i + 1 < days.size() && isJoined(i + 1);
    }

    /// Whether nothing but `to` and articles stands between this day and the one before.
    private boolean isJoined(int i) {
        if (i == 0) {
            return false;
        }
        int from = days.get(i - 1).to();
        int to = days.get(i).from();
        boolean joint = to > from && to - from <= LONGEST_JOINT;
        for (int w = from; joint && w < to; w++) {
            joint = JOINTS.contains(words.get(w));
        }
        return joint
                && !(to - from == 1
                        && ARTICLES.contains(words.get(from))
                        && !words.get(from).equals("a")
                        && !words.get(from).equals("al"));
    }

    /// `from 3 to 7 March`: the first day has no month of its own.
    private boolean startsWithBareDay(int i) {
        int at = days.get(i).from() - 1;
        int joints = 0;
        while (at > 0 && JOINTS.contains(words.get(at)) && joints < LONGEST_JOINT) {
            at--;
            joints++;
        }
        return joints > 0 && at >= 0 && DayMentions.dayNumber(words.get(at)) > 0;
    }

    private boolean endsWith(int i, Set<String> cues) {
        int at = days.get(i).from() - 1;
        while (at >= 0 && ARTICLES.contains(words.get(at)) && !cues.contains(words.get(at))) {
            at--;
        }
        return at >= 0
                && cues.contains(words.get(at))
                && (!words.get(at).equals("to") || (at > 0 && words.get(at - 1).equals("up")));
    }

    /// The words of the same sentence before a day, back to the day before it.
    private String before(int i) {
        int floor = Math.max(i == 0 ? 0 : days.get(i - 1).to(), days.get(i).from() - REACH);
        int from = days.get(i).from();
        while (from > floor && !words.get(from - 1).equals(".")) {
            from--;
        }
        return " " + String.join(" ", words.subList(from, days.get(i).from())) + " ";
    }

    private String near(int i) {
        int from = Math.max(i == 0 ? 0 : days.get(i - 1).to(), days.get(i).from() - 5);
        return " " + String.join(" ", words.subList(from, days.get(i).from())) + " ";
    }

    private String justBehind(int i) {
        int from = days.get(i).to();
        return " " + String.join(" ", words.subList(from, Math.min(words.size(), from + 2))) + " ";
    }

    private String behind(int i) {
        int from = days.get(i).to();
        int most =
                Math.min(i + 1 < days.size() ? days.get(i + 1).from() : words.size(), from + REACH);
        int to = from;
        while (to < most && !words.get(to).equals(".")) {
            to++;
        }
        return " " + String.join(" ", words.subList(from, to)) + " ";
    }

    private static boolean says(String words, String[] cues) {
        for (String cue : cues) {
            if (words.contains(" " + cue)) {
                return true;
            }
        }
        return false;
    }
}
