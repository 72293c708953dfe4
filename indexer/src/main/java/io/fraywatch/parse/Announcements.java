package io.fraywatch.parse;

/// The lines by which mail programs announce an older mail: `-----Original Message-----`, `Begin
/// forwarded message:`.
final class Announcements {
    private static final int LONGEST = 80;
    private static final int LONGEST_BEFORE_COLON = 60;
    private static final int SHORTEST_RULE = 5;

    private static final WordList ORIGINAL = WordList.of("quoted-marks", "original");
    private static final WordList FORWARDED = WordList.of("quoted-marks", "forwarded");

    private Announcements() {}

    /// Whether a line announces a quoted mail.
    static boolean announcesOriginal(String lower) {
        if (lower.length() > LONGEST * 2) {
            return false;
        }
        String bare = Marks.bare(lower);
        return bare.length() < lower.length() && ORIGINAL.contains(Marks.visible(bare));
    }

    /// One behind the lines that announce a forwarded mail, or -1. Notes wraps its announcement.
    static int forwardEnd(Lines lines, int i) {
        if (!announcesForward(lines.lower(i))) {
            return -1;
        }
        boolean wraps =
                isDashed(lines.line(i))
                        && !lines.line(i).endsWith("-")
                        && i + 1 < lines.count()
                        && lines.line(i + 1).endsWith("--");
        return wraps ? i + 2 : i + 1;
    }

    static boolean announcesForward(String lower) {
        boolean dashed = isDashed(lower);
        boolean colon = lower.endsWith(":") && lower.length() < LONGEST_BEFORE_COLON;
        if (!dashed && !colon) {
            return false;
        }
        String bare = Marks.visible(Marks.bare(lower));
        return FORWARDED.atStart(bare) > 0
                || (dashed && bare.length() < LONGEST && FORWARDED.occursIn(bare));
    }

    private static boolean isDashed(String line) {
        return line.startsWith("--")
                || line.startsWith("==")
                || line.startsWith("__")
                || line.startsWith("**");
    }

    /// Whether a line is a rule of dashes, underscores or equals signs.
    static boolean isRule(String line) {
        if (line.length() < SHORTEST_RULE) {
            return false;
        }
        for (int at = 0; at < line.length(); at++) {
            if ("_-=".indexOf(line.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }
}
