package io.fraywatch.parse;

import java.util.Locale;
import java.util.Set;

/// The line that introduces a quote: `On Tuesday, Dana wrote:`, in the languages of the usual mail
/// programs, on one line or wrapped over several, at the start of a line or behind the reply's last
/// words.
final class Attribution {
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 500;
    private static final int LONGEST_LINE = 300;

    private static final String[] VERBS = {
        "wrote",
        "writes",
        "sent",
        "said",
        "schrieb",
        "geschrieben",
        "a écrit",
        "écrit",
        "écrivait",
        "a ecrit",
        "escribió",
        "escribio",
        "ha escrito",
        "ha scritto",
        "scrisse",
        "scritto",
        "escreveu",
        "escreveste",
        "schreef",
        "geschreven",
        "skrev",
        "skreiv",
        "napisał",
        "napisała",
        "napisal",
        "napsal",
        "napsala",
        "napísal",
        "kirjoitti",
        "написал",
        "написала",
        "написав",
        "пишет",
        "писал",
        "пише",
        "yazdı",
        "yazmış",
        "şunu yazdı",
        "đã viết",
        "写道",
        "寫道",
        "作成",
        "書きました",
        "のメッセージ",
        "작성",
        "írta",
        "ezt írta",
        "a scris",
        "έγραψε",
        "כתב",
        "כתבה",
        "كتب",
        "menulis",
        "napisao",
        "je napisao",
        "je napisal",
        "rašė",
        "rakstīja",
        "kirjutas",
        "va escriure",
        "escrigué",
        "idatzi zuen",
        "เขียน"
    };
    private static final Set<String> STARTS =
            Set.of(
                    "on", "am", "le", "el", "il", "em", "op", "den", "på", "w", "dnia", "dne",
                    "dňa", "vào", "at", "in", "a", "la", "ons", "tis", "ti", "ma", "pe", "în", "no",
                    "fre", "man", "to", "lør", "søn", "στις", "ב", "בתאריך", "في", "pada", "dana",
                    "u", "ke", "date", "from", "sent", "von", "de", "vom", "mon", "tue", "wed",
                    "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so", "lun",
                    "mar", "mer", "jeu", "ven", "sam", "dim");
    private static final Set<String> MONTHS_AND_DAYS =
            Set.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Attribution() {}

    /// One behind the last line of an attribution that starts at the beginning of line `i`, or -1.
    static int end(Lines lines, int i) {
        if (!mayStart(lines, i)) {
            return bareEnd(lines, i);
        }
        StringBuilder joined = new StringBuilder();
        int blanks = 0;
        for (int j = i; j < Math.min(lines.count(), i + MOST_LINES) && blanks < 2; j++) {
            if (lines.isBlank(j)) {
                blanks++;
                continue;
            }
            if (lines.line(j).length() > LONGEST_LINE || joined.length() > LONGEST) {
                return -1;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(lines.lower(j));
            if (mayClose(lines.lower(j)) && closes(lines, j, joined.toString())) {
                return j + 1;
            }
        }
        return bareEnd(lines, i);
    }

    private static boolean mayStart(Lines lines, int i) {
        String line = undecorated(lines.lower(i));
        if (line.isEmpty() || lines.line(i).length() > LONGEST_LINE) {
            return false;
        }
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        boolean starts =
                end > 0
                        ? STARTS.contains(line.substring(0, end))
                        : Character.isDigit(line.charAt(0));
        boolean mailed = line.indexOf('@') > 0;
        boolean dashed = lines.line(i).startsWith("--") && mailed;
        return dashed || (starts && (hasDigit(line) || mailed));
    }

    private static boolean mayClose(String line) {
        return ":：-*>=_".indexOf(line.charAt(line.length() - 1)) >= 0 || endsWithVerb(line);
    }

    /// Whether what has been joined so far is a whole attribution.
    private static boolean closes(Lines lines, int j, String joined) {
        String text = undecorated(joined);
        boolean colon = text.endsWith(":") || text.endsWith("：");
        String words = colon ? text.substring(0, text.length() - 1).strip() : text;
        if (!hasDigit(words) && words.indexOf('@') < 0) {
            return false;
        }
        boolean verbLast = endsWithVerb(words);
        if (verbLast && (colon || !joined.equals(text) || isQuotedNext(lines, j))) {
            return true;
        }
        boolean dated = Character.isDigit(words.charAt(0)) || looksDated(words);
        return (colon
                        && dated
                        && (namesVerbFirst(words)
                                || (words.indexOf('@') > 0
                                        && (words.endsWith(">") || words.endsWith(")")))))
                || (Character.isDigit(words.charAt(0))
                        && words.endsWith(">")
                        && words.indexOf('@') > 0
                        && isQuotedNext(lines, j));
    }

    /// `Dana Reyes wrote:` without any date: only right before quoted lines.
    private static int bareEnd(Lines lines, int i) {
        String line = undecorated(lines.lower(i));
        boolean colon = line.endsWith(":");
        String words = colon ? line.substring(0, line.length() - 1).strip() : line;
        boolean dashes = lines.lower(i).startsWith("--") && lines.lower(i).endsWith("--");
        boolean verb = line.length() < LONGEST_LINE && endsWithVerb(words);
        return verb
                        && ((colon && isQuotedNext(lines, i))
                                || dashes
                                || (colon && words.indexOf('@') > 0))
                ? i + 1
                : -1;
    }

    /// GroupWise's `>>> Dana Reyes 2/16/01 10:41:43 am >>>`.
    static boolean isGroupWise(Lines lines, int i) {
        String line = lines.line(i);
        return line.length() > 12
                && line.length() < LONGEST_LINE
                && line.startsWith(">>> ")
                && line.endsWith(">>>")
                && looksDated(line);
    }

    /// Where in line `i` an attribution starts behind other words (`reply On Wed, Apr 4 … wrote:`),
    /// or -1.
    static int inner(Lines lines, int i) {
        String line = lines.line(i);
        String lower = lines.lower(i);
        if (line.length() > LONGEST_LINE
                || !lower.endsWith(":")
                || !endsWithVerb(undecorated(lower.substring(0, lower.length() - 1)))) {
            return -1;
        }
        int at = line.lastIndexOf("On ");
        if (at <= 0 || Character.isLetterOrDigit(line.charAt(at - 1))) {
            return -1;
        }
        String next =
                line.substring(at + 3, Math.min(line.length(), at + 6)).toLowerCase(Locale.ROOT);
        boolean dated =
                MONTHS_AND_DAYS.contains(next)
                        || (!next.isEmpty() && Character.isDigit(next.charAt(0)));
        int start = at;
        while (start > 0 && (line.charAt(start - 1) == '-' || line.charAt(start - 1) == ' ')) {
            start--;
        }
        return dated ? start : -1;
    }

    private static boolean isQuotedNext(Lines lines, int i) {
        int next = lines.nextFilled(i + 1);
        return next < lines.count() && lines.isQuoted(next);
    }

    private static boolean endsWithVerb(String words) {
        for (String verb : VERBS) {
            if (words.endsWith(verb)) {
                return true;
            }
        }
        return words.endsWith("(a)") || words.endsWith("(-a)");
    }

    /// Some languages put the name behind the verb: `Op 13 maart schreef Dana:`. English doesn't,
    /// so that `On 3 March I wrote three drafts:` stays a sentence.
    private static boolean namesVerbFirst(String words) {
        if (words.startsWith("on ") || words.startsWith("at ") || words.startsWith("in ")) {
            return false;
        }
        for (String verb : VERBS) {
            int at = words.indexOf(verb);
            if (at >= 0
                    && (at == 0
                            || !Character.isLetter(words.charAt(at - 1))
                            || verb.charAt(0) > 0x2000)) {
                return true;
            }
        }
        return false;
    }

    /// A time of day or a year: what every mail program puts there.
    private static boolean looksDated(String words) {
        int run = 0;
        for (int i = 0; i < words.length(); i++) {
            boolean digit = Character.isDigit(words.charAt(i));
            if (!digit
                    && run > 0
                    && run <= 2
                    && words.charAt(i) == ':'
                    && i + 2 < words.length()
                    && Character.isDigit(words.charAt(i + 1))) {
                return true;
            }
            run = digit ? run + 1 : 0;
            if (run == 4 && (words.startsWith("20", i - 3) || words.startsWith("19", i - 3))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Without the dashes, stars and brackets around it.
    private static String undecorated(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && "-*_=[ ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "-*_=] ".indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }
}
