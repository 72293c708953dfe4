package io.fraywatch.server.conversations;

import io.fraywatch.analyze.Evidence;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import io.fraywatch.server.web.Runs;
import java.util.ArrayList;
import java.util.List;

/// Cuts a mail's text into what its author wrote, shown, and what else is in it, folded away.
final class Passages {
    private final Body body;
    private final List<Runs.Range> evidence;
    private final List<Passage> passages = new ArrayList<>();
    private int ownLength;
    private boolean ownEndsLine = true;

    private Passages(Body body, List<Evidence> evidence) {
        this.body = body;
        int lead = leadingSpace(body);
        this.evidence =
                evidence.stream()
                        .map(range -> new Runs.Range(range.start() + lead, range.end() + lead))
                        .toList();
    }

    /// A stretch of a mail.
    ///
    /// @param label what is folded away; empty for the author's own words
    public record Passage(String label, List<Runs.Run> runs) {
        public boolean own() {
            return label.isEmpty();
        }
    }

    /// @param evidence ranges in the mail's new text to mark
    static List<Passage> of(Body body, List<Evidence> evidence) {
        Passages cut = new Passages(body, evidence);
        List<Zone> zones = body.zones();
        int from = 0;
        while (from < zones.size()) {
            int to = from + 1;
            while (to < zones.size()
                    && label(zones.get(to).type()).equals(label(zones.get(from).type()))) {
                to++;
            }
            cut.add(zones.subList(from, to));
            from = to;
        }
        return List.copyOf(cut.passages);
    }

    private void add(List<Zone> zones) {
        String text = body.text().substring(zones.getFirst().start(), zones.getLast().end());
        int lead = text.length() - text.stripLeading().length();
        String label = label(zones.getFirst().type());
        List<Runs.Range> marks =
                label.isEmpty() ? ownMarks(zones, zones.getFirst().start() + lead) : List.of();
        if (!text.isBlank()) {
            passages.add(new Passage(label, Runs.of(text.strip(), marks)));
        }
    }

    /// Where the evidence lies within a stretch of neighbouring own zones. Counts as [Body#newText]
    /// joins them.
    ///
    /// @param origin where in the body the shown text begins
    private List<Runs.Range> ownMarks(List<Zone> zones, int origin) {
        List<Runs.Range> marks = new ArrayList<>();
        for (Zone zone : zones) {
            if (!ownEndsLine) {
                ownLength++;
            }
            int shift = zone.start() - origin - ownLength;
            int end = ownLength + zone.end() - zone.start();
            for (Runs.Range range : evidence) {
                int first = Math.max(range.start(), ownLength);
                int last = Math.min(range.end(), end);
                if (first < last) {
                    marks.add(new Runs.Range(first + shift, last + shift));
                }
            }
            ownLength = end;
            ownEndsLine = body.text().charAt(zone.end() - 1) == '\n';
        }
        return marks;
    }

    private static int leadingSpace(Body body) {
        int space = 0;
        for (Zone zone : body.zones()) {
            if (zone.type().ownWords()) {
                String text = body.text().substring(zone.start(), zone.end());
                if (!text.isBlank()) {
                    return space + text.length() - text.stripLeading().length();
                }
                space += text.length() + (text.endsWith("\n") ? 0 : 1);
            }
        }
        return space;
    }

    private static String label(ZoneType type) {
        return switch (type) {
            case NEW, GREETING, CLOSING -> "";
            case SIGNATURE -> "Signature";
            case QUOTE, QUOTE_HEADER -> "Quoted text";
            case FORWARD -> "Forwarded or enclosed";
            case DISCLAIMER -> "Disclaimer";
        };
    }
}
