package io.fraywatch.parse;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The head of a quoted or forwarded mail, in the languages of the usual mail programs: Outlook's
/// `From: Sent: To: Subject:`, below each other or on one line, and Notes' name, date and `To:`.
final class QuotedHeader {
    private static final int MOST_LINES = 60;
    private static final int LONGEST_LABEL = 30;
    private static final int LONGEST_ONE_LINE = 1000;
    private static final int MOST_LOOSE_LINES = 2;
    private static final int WRAPPED_SUBJECT = 60;

    private enum Label {
        FROM,
        SENT,
        TO,
        CC,
        SUBJECT,
        OTHER
    }

    private static final Map<String, Label> LABELS = labels();

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new HashMap<>();
        for (Label label : Label.values()) {
            String section = label.name().toLowerCase(Locale.ROOT);
            WordList.of("quoted-labels", section)
                    .phrases()
                    .forEach(phrase -> labels.putIfAbsent(phrase, label));
        }
        return Map.copyOf(labels);
    }

    private QuotedHeader() {}

    /// One behind the last line of a head whose first label stands on line `i`, or -1.
    static int end(Lines lines, int i) {
        Optional<Label> first = label(lines.lower(i));
        if (first.isEmpty() || first.orElseThrow() == Label.OTHER) {
            return -1;
        }
        if (isOneLine(lines.lower(i))) {
            return i + 1;
        }
        Block block = new Block(lines);
        for (int j = i; j < Math.min(lines.count(), i + MOST_LINES); j++) {
            if (!block.takes(j)) {
                break;
            }
        }
        return block.isHead() ? withWrappedSubject(lines, i, block.end) : -1;
    }

    /// The labels that stand below each other.
    private static final class Block {
        private final Lines lines;
        private final Set<Label> seen = EnumSet.noneOf(Label.class);
        private boolean address;
        private boolean dated;
        private boolean inOrder = true;
        private int end = -1;
        private int loose;

        Block(Lines lines) {
            this.lines = lines;
        }

        boolean takes(int j) {
            if (lines.isBlank(j)) {
                loose++;
                return loose <= MOST_LOOSE_LINES && !seen.contains(Label.SUBJECT);
            }
            Optional<Label> label = label(lines.lower(j));
            boolean taken = label.isPresent() ? add(label.orElseThrow(), j) : goesOn(j);
            if (taken && label.filter(Label.SUBJECT::equals).isEmpty()) {
                address |= lines.line(j).indexOf('@') > 0;
            }
            return taken;
        }

        private boolean add(Label label, int j) {
            if (label != Label.OTHER && label != Label.CC && seen.contains(label)) {
                return false;
            }
            dated |= label == Label.SENT && QuoteDates.hasTime(Marks.visible(lines.line(j)));
            inOrder &= label != Label.TO || seen.contains(Label.SENT);
            seen.add(label);
            end = j + 1;
            loose = 0;
            return true;
        }

        /// Whether a line without a label goes on with the one above: a wrapped subject or a long
        /// list of receivers.
        private boolean goesOn(int j) {
            if (seen.contains(Label.SUBJECT) && j != end) {
                return false;
            }
            loose += isAddressList(lines.line(j)) ? 0 : 1;
            return loose <= MOST_LOOSE_LINES;
        }

        /// A head names subject and a person, or persons and a date with at least one address; or
        /// it has all three of `From`, `Sent` with a time, and `To`, in this order.
        boolean isHead() {
            boolean from = seen.contains(Label.FROM);
            boolean to = seen.contains(Label.TO) || seen.contains(Label.CC);
            boolean sent = seen.contains(Label.SENT);
            if (seen.contains(Label.SUBJECT)) {
                return from || to;
            }
            return (address && ((from && (sent || to)) || (sent && to)))
                    || (from && dated && inOrder && seen.contains(Label.TO));
        }
    }

    /// `From: Dana <dana@reyes.example> Sent: Monday … To: …` all on one line.
    private static boolean isOneLine(String lower) {
        if (lower.length() > LONGEST_ONE_LINE || lower.indexOf('@') < 0) {
            return false;
        }
        Set<Label> seen = EnumSet.noneOf(Label.class);
        int word = 0;
        for (int at = 0; at < lower.length(); at++) {
            char c = lower.charAt(at);
            if (c == ':') {
                named(lower.substring(word, at)).ifPresent(seen::add);
            } else if (c == ' ' || c == '*') {
                word = at + 1;
            }
        }
        return seen.contains(Label.FROM)
                && seen.contains(Label.SENT)
                && (seen.contains(Label.TO)
                        || seen.contains(Label.SUBJECT)
                        || QuoteDates.hasTime(lower));
    }

    /// A date line by itself under a name, right above `To:`, belongs to a Notes head: where that
    /// starts.
    static int notesStart(Lines lines, int labelled) {
        int start = labelled;
        int at = lines.previousFilled(labelled);
        for (int steps = 0; steps < 4 && at >= 0 && labelled - at < 7; steps++) {
            if (belongsToNotes(lines, at)) {
                start = nameAbove(lines, at);
            } else if (at >= start || start == labelled) {
                break;
            }
            at = lines.previousFilled(Math.min(at, start));
        }
        return start;
    }

    private static boolean belongsToNotes(Lines lines, int at) {
        return QuoteDates.hasSlashedDateAndTime(lines.line(at))
                || QuoteDates.isTimeOnly(lines.line(at))
                || lines.lower(at).startsWith("sent by:")
                || lines.lower(at).startsWith("please respond to");
    }

    private static int nameAbove(Lines lines, int at) {
        String line = lines.line(at);
        boolean onlyDate =
                QuoteDates.hasSlashedDateAndTime(line) && Character.isDigit(line.charAt(0));
        int above = lines.previousFilled(at);
        boolean named = above >= 0 && at - above <= 2 && lines.line(above).length() < 80;
        return onlyDate && named ? above : at;
    }

    /// A long subject goes on on the next line, before the blank one.
    private static int withWrappedSubject(Lines lines, int start, int end) {
        boolean wrapped =
                end + 1 < lines.count()
                        && !lines.isBlank(end)
                        && label(lines.lower(end - 1)).filter(Label.SUBJECT::equals).isPresent()
                        && lines.line(end - 1).length() > WRAPPED_SUBJECT
                        && lines.isBlank(end + 1)
                        && end - start < MOST_LINES;
        return wrapped ? end + 1 : end;
    }

    private static boolean isAddressList(String line) {
        for (int i = 0; i < line.length(); i++) {
            if ("@/;,".indexOf(line.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// The label that a line begins with, before its colon.
    private static Optional<Label> label(String lower) {
        int from = 0;
        while (from < lower.length() && "*|_> ".indexOf(lower.charAt(from)) >= 0) {
            from++;
        }
        int limit = Math.min(lower.length(), from + LONGEST_LABEL);
        for (int at = from; at < limit; at++) {
            char c = lower.charAt(at);
            if (c == ':' || c == '：') {
                return named(lower.substring(from, at));
            }
        }
        return Optional.empty();
    }

    private static Optional<Label> named(String name) {
        String bare = Marks.visible(name).replace("*", "").strip();
        return Optional.ofNullable(LABELS.get(bare));
    }
}
