package io.fraywatch.parse;

import io.fraywatch.mail.ZoneType;

/// Divides a stretch of the author's lines into greeting, words, sign-off, signature block and
/// disclaimer.
///
/// In doubt a line stays the author's: a lost sentence costs more than a kept telephone number.
final class OwnWords {
    private static final int LONGEST_SIGNATURE = 12;
    private static final int LONGEST_SIGNATURE_LINE = 90;

    private final Sheet sheet;
    private final Lines lines;
    private final Author author;
    private boolean greeted;

    OwnWords(Sheet sheet, Author author) {
        this.sheet = sheet;
        this.lines = sheet.lines;
        this.author = author;
    }

    void divide(int from, int to) {
        int end = footer(from, to);
        end = disclaimers(from, end);
        end = marked(from, end);
        end = mobileFooters(from, end);
        greeting(from, end);
        signOff(from, end);
    }

    /// What the mailing list's server wrote below.
    private int footer(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean rule =
                    lines.line(i).startsWith("_____")
                            || lines.line(i).startsWith("-----")
                            || lines.line(i).equals("--");
            boolean list =
                    (rule && i + 1 < to && Boilerplate.isListFooter(lines.lower(i + 1)))
                            || Boilerplate.startsListFooter(lines.lower(i));
            if (list) {
                sheet.set(i, to, ZoneType.DISCLAIMER);
                return i;
            }
        }
        return to;
    }

    private int disclaimers(int from, int to) {
        int end = to;
        int own = from;
        for (int i = from; i < to; ) {
            int next = i;
            while (next < to && !lines.isBlank(next)) {
                next++;
            }
            if (next > i && Boilerplate.isDisclaimer(lines, i, next)) {
                sheet.set(i, next, ZoneType.DISCLAIMER);
                end = Math.min(end, i);
            } else if (next > i) {
                own = next;
                end = to;
            }
            i = next + 1;
        }
        return Math.max(own, Math.min(end, to));
    }

    /// Below `-- ` (RFC 3676 §4.3), or a rule with little but an address below it.
    private int marked(int from, int to) {
        for (int i = from; i < to; i++) {
            String line = lines.line(i);
            boolean delimiter =
                    line.equals("--")
                            || line.equals("---")
                            || line.equals("—")
                            || line.equals("__");
            boolean below =
                    (delimiter || isRule(line))
                            && isShort(i + 1, to, LONGEST_SIGNATURE)
                            && (delimiter || hasContact(i + 1, to));
            if (below || line.startsWith("-----BEGIN PGP SIGNATURE")) {
                set(i, to, ZoneType.SIGNATURE);
                return i;
            }
        }
        return to;
    }

    private static boolean isRule(String line) {
        return line.length() >= 5
                && line.chars().allMatch(c -> c == line.charAt(0))
                && "*-_=#~".indexOf(line.charAt(0)) >= 0;
    }

    private boolean hasContact(int from, int to) {
        for (int i = from; i < to; i++) {
            if (ContactLines.isContact(lines.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private int mobileFooters(int from, int to) {
        int end = to;
        for (int i = to - 1; i >= from; i--) {
            if (lines.isBlank(i)) {
                continue;
            }
            if (!Boilerplate.isMobileFooter(lines.lower(i))) {
                break;
            }
            set(i, i + 1, ZoneType.SIGNATURE);
            end = i;
        }
        return end;
    }

    private void set(int from, int to, ZoneType type) {
        for (int i = from; i < to; i++) {
            if (sheet.type(i) == ZoneType.NEW) {
                sheet.set(i, i + 1, type);
            }
        }
    }

    /// The first line, and the next if it does nothing but greet either: `Dear Ms Sato,` `Good
    /// morning!`
    private void greeting(int from, int to) {
        int first = lines.nextFilled(from);
        if (greeted || first >= to) {
            return;
        }
        greeted = true;
        int length = Courtesies.greeting(lines.line(first), lines.lower(first));
        if (length > 0) {
            sheet.set(first, first + 1, ZoneType.GREETING);
            if (length < lines.line(first).length()) {
                sheet.cut(first, length, ZoneType.NEW);
                return;
            }
            int next = lines.nextFilled(first + 1);
            if (next < to && Courtesies.onlyGreets(lines.line(next), lines.lower(next))) {
                sheet.set(next, next + 1, ZoneType.GREETING);
            }
        }
    }

    /// The last sign-off with nothing but a name and a signature block below it; without one, a
    /// bare name or a block that can only be a signature.
    private void signOff(int from, int to) {
        int filled = 0;
        for (int i = to - 1; i > from - 1 && filled <= LONGEST_SIGNATURE + 2; i--) {
            if (lines.isBlank(i) || sheet.type(i) != ZoneType.NEW) {
                continue;
            }
            filled++;
            if (Courtesies.isSignOff(lines.line(i), lines.lower(i))
                    && isShort(i + 1, to, LONGEST_SIGNATURE)
                    && !isLoneOpening(i, from, to)) {
                below(i, to);
                return;
            }
            if (lines.line(i).length() > LONGEST_SIGNATURE_LINE) {
                break;
            }
        }
        unmarked(from, to);
    }

    /// `Thanks,` as the first line opens a mail rather than closing it.
    private boolean isLoneOpening(int i, int from, int to) {
        return lines.nextFilled(from) == i
                && lines.nextFilled(i + 1) < to
                && !PersonNames.isName(lines.line(lines.nextFilled(i + 1)));
    }

    private void below(int signOff, int to) {
        int last = signOff;
        int name = lines.nextFilled(signOff + 1);
        if (name < to
                && (PersonNames.isName(lines.line(name)) || author.signs(lines.lower(name)))) {
            last = name;
        }
        sheet.set(signOff, last + 1, ZoneType.CLOSING);
        int block = lines.nextFilled(last + 1);
        if (block < to && !Courtesies.isPostscript(lines.lower(block))) {
            set(block, to, ZoneType.SIGNATURE);
        }
    }

    private void unmarked(int from, int to) {
        int last = lines.previousFilled(to);
        int first = lines.nextFilled(from);
        if (last <= first) {
            return;
        }
        boolean listed = lines.line(lines.previousFilled(last)).startsWith("-");
        if ((PersonNames.isDashedName(lines.line(last)) && !listed)
                || author.signs(lines.lower(last))
                || isSignedBelow(last, from)) {
            set(last, last + 1, ZoneType.CLOSING);
            return;
        }
        int filled = 0;
        boolean contact = false;
        boolean gap = false;
        for (int i = last; i >= first && filled < LONGEST_SIGNATURE; i--) {
            String line = lines.line(i);
            if (line.length() > LONGEST_SIGNATURE_LINE || line.endsWith("?")) {
                return;
            }
            if (line.isEmpty()) {
                gap = true;
                continue;
            }
            filled++;
            boolean stranger =
                    !gap && PersonNames.isFullName(line) && i > 0 && lines.isBlank(i - 1);
            boolean name = author.signs(lines.lower(i)) || stranger;
            if (contact && name) {
                set(i, to, ZoneType.SIGNATURE);
                return;
            }
            contact |= ContactLines.isContact(lines.lower(i));
        }
    }

    /// A name by itself below the last sentence, with a blank line or the end of a sentence
    /// between; `Done.` or `Tuesday` below a greeting is an answer.
    private boolean isSignedBelow(int last, int from) {
        int above = lines.previousFilled(last);
        if (above < from || sheet.type(above) != ZoneType.NEW || lines.line(last).endsWith(":")) {
            return false;
        }
        String before = lines.line(above);
        boolean apart =
                lines.isBlank(last - 1) || ".!?)".indexOf(before.charAt(before.length() - 1)) >= 0;
        return apart
                && !before.endsWith(":")
                && PersonNames.words(lines.line(last)) <= 2
                && PersonNames.isShortName(lines.line(last))
                && !Courtesies.isAnswer(lines.lower(last));
    }

    /// At most so many lines, all of them short: what a signature is like.
    private boolean isShort(int from, int to, int most) {
        int filled = 0;
        for (int i = from; i < to; i++) {
            if (!lines.isBlank(i) && sheet.type(i) == ZoneType.NEW) {
                filled++;
                if (filled > most || lines.line(i).length() > LONGEST_SIGNATURE_LINE + 30) {
                    return false;
                }
            }
        }
        return true;
    }
}
