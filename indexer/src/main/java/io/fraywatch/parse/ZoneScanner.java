package io.fraywatch.parse;

import io.fraywatch.mail.Body;
import io.fraywatch.mail.ZoneType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Divides a mail's text into zones, line by line and once through.
///
/// First what others wrote: lines marked `>`, and everything behind the head of an older mail
/// unless its lines are marked, so that answers between and below quotes stay the author's. Then,
/// in what is left, the author's own: greeting, sign-off, signature block, disclaimer.
final class ZoneScanner {
    private static final int WRAPPED = 70;

    private final Lines lines;
    private final Sheet sheet;
    private final ZoneType[] hinted;
    private final ZoneType quoted;

    private ZoneScanner(String text, List<Hint> hints, boolean forwarding) {
        this.lines = new Lines(text);
        this.sheet = new Sheet(lines);
        this.hinted = hinted(lines, hints);
        this.quoted = forwarding ? ZoneType.FORWARD : ZoneType.QUOTE;
    }

    /// @param hints what HTML said about stretches of the text; a shorter one within a longer wins
    /// @param forwarding whether the subject says that the mail passes another one on
    static Body scan(String text, List<Hint> hints, boolean forwarding, Author author) {
        ZoneScanner scanner = new ZoneScanner(text, hints, forwarding);
        scanner.others();
        scanner.own(new OwnWords(scanner.sheet, author));
        return new Body(text, scanner.sheet.zones(text.length()));
    }

    private static ZoneType[] hinted(Lines lines, List<Hint> hints) {
        ZoneType[] hinted = new ZoneType[lines.count()];
        Arrays.fill(hinted, ZoneType.NEW);
        List<Hint> outerFirst =
                hints.stream()
                        .sorted(
                                Comparator.comparingInt(Hint::start)
                                        .thenComparing(
                                                Comparator.comparingInt(Hint::end).reversed()))
                        .toList();
        int first = 0;
        for (Hint hint : outerFirst) {
            while (first < lines.count() && lines.start(first) < hint.start()) {
                first++;
            }
            for (int i = first; i < lines.count() && lines.start(i) < hint.end(); i++) {
                hinted[i] = hint.type();
            }
        }
        return hinted;
    }

    /// Marks what isn't the author's.
    private void others() {
        ZoneType rest = ZoneType.NEW;
        for (int i = 0; i < lines.count(); ) {
            Head head = lines.isBlank(i) ? Head.NONE : head(i);
            if (head.end > i) {
                sheet.set(head.start, head.end, ZoneType.QUOTE_HEADER);
                rest = rest == ZoneType.NEW ? head.behind : rest;
                i = head.end;
            } else {
                rest = line(i, rest);
                i++;
            }
        }
    }

    private ZoneType line(int i, ZoneType rest) {
        if (rest != ZoneType.NEW || lines.isBlank(i)) {
            sheet.set(i, i + 1, rest);
            return rest;
        }
        if (lines.isQuoted(i) || isWrappedQuote(i)) {
            sheet.set(i, i + 1, isForwarded(i) ? ZoneType.FORWARD : ZoneType.QUOTE);
            return rest;
        }
        sheet.set(i, i + 1, hinted[i] == ZoneType.QUOTE_HEADER ? ZoneType.NEW : hinted[i]);
        int inner = Attribution.inner(lines, i);
        if (inner > 0) {
            sheet.cut(i, inner, ZoneType.QUOTE_HEADER);
            return behind(i + 1, ZoneType.QUOTE);
        }
        return rest;
    }

    /// Apple Mail marks a mail that is passed on like a quote: `> Begin forwarded message:`.
    private boolean isForwarded(int i) {
        boolean goesOn = i > 0 && sheet.type(i - 1) == ZoneType.FORWARD && !lines.isBlank(i - 1);
        boolean begins =
                lines.line(i).startsWith("> ")
                        && Announcements.announcesForward(lines.lower(i).substring(2));
        return goesOn || begins;
    }

    /// Hands over each stretch of own lines.
    private void own(OwnWords words) {
        for (int i = 0; i < lines.count(); ) {
            int end = i;
            while (end < lines.count() && sheet.isOwn(end)) {
                end++;
                if (sheet.isCut(end - 1)) {
                    break;
                }
            }
            if (end > i) {
                words.divide(i, end);
            }
            i = Math.max(end, i + 1);
        }
    }

    /// The head of an older mail. `behind` is what follows it: `NEW` if its quote is marked line by
    /// line.
    private record Head(int start, int end, ZoneType behind) {
        static final Head NONE = new Head(-1, -1, ZoneType.NEW);
    }

    private Head head(int i) {
        if (Attribution.isGroupWise(lines, i)) {
            return new Head(i, i + 1, behind(i + 1, ZoneType.QUOTE));
        }
        if (lines.isQuoted(i) || Attribution.inner(lines, i) > 0) {
            return Head.NONE;
        }
        int end = Announcements.forwardEnd(lines, i);
        if (end > 0) {
            return new Head(i, end, ZoneType.FORWARD);
        }
        if (Announcements.announcesOriginal(lines.lower(i)) || isRuleAboveHead(i)) {
            return new Head(i, i + 1, quoted);
        }
        end = QuotedHeader.end(lines, i);
        if (end > 0) {
            return new Head(QuotedHeader.notesStart(lines, i), end, behind(end, quoted));
        }
        end = Attribution.end(lines, i);
        if (end > 0) {
            return new Head(i, end, behind(end, ZoneType.QUOTE));
        }
        end = hintedEnd(i);
        return end > 0 ? new Head(i, end, behind(end, quoted)) : Head.NONE;
    }

    private boolean isRuleAboveHead(int i) {
        int next = Announcements.isRule(lines.line(i)) ? lines.nextFilled(i + 1) : lines.count();
        return next < lines.count() && QuotedHeader.end(lines, next) > 0;
    }

    private ZoneType behind(int end, ZoneType unmarked) {
        return lines.isQuotedBehind(end - 1) ? ZoneType.NEW : unmarked;
    }

    /// One behind the lines that HTML marks as a head, if they hold a date or an address; or -1.
    private int hintedEnd(int i) {
        int end = i;
        boolean told = false;
        while (end < lines.count() && hinted[end] == ZoneType.QUOTE_HEADER) {
            told |= lines.line(end).indexOf('@') >= 0 || QuoteDates.isDated(lines.line(end));
            end++;
        }
        return told ? end : -1;
    }

    /// The rest of a quoted line that was wrapped without its `>`: it follows at once on a long
    /// quoted line that ends no sentence, and goes on in small letters; or a link was cut in two.
    private boolean isWrappedQuote(int i) {
        if (i == 0 || sheet.type(i - 1) != ZoneType.QUOTE || lines.isBlank(i - 1)) {
            return false;
        }
        String above = lines.line(i - 1);
        String line = lines.line(i);
        boolean between = i + 1 < lines.count() && lines.isQuoted(i - 1) && lines.isQuoted(i + 1);
        boolean cut =
                above.lastIndexOf('(') > above.lastIndexOf(')')
                        || above.lastIndexOf('<') > Math.max(above.lastIndexOf('>'), 0);
        boolean link = line.startsWith("(http") || line.startsWith("<http");
        return (between && (cut || link)) || (above.length() >= WRAPPED && goesOn(above, line));
    }

    private static boolean goesOn(String above, String line) {
        char last = above.charAt(above.length() - 1);
        boolean open = Character.isLetterOrDigit(last) || ",)\"'".indexOf(last) >= 0;
        char first = line.charAt(0);
        return open && !Character.isUpperCase(first) && first != '-' && first != '*';
    }
}
