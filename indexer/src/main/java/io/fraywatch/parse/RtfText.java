package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// The words of an RTF body: plain text, or the HTML that Outlook wrapped into it (MS-OXRTFEX).
/// Styles, pictures and all else that shows no words is left out. Broken RTF is read as far as it
/// goes.
final class RtfText {
    private static final int DEEPEST = 1_000;
    private static final int LONGEST_WORD = 32;
    private static final int SCANNED_FOR_HTML = 4096;

    /// Groups that hold no words of the text.
    private static final Set<String> SILENT =
            Set.of(
                    "colortbl",
                    "stylesheet",
                    "info",
                    "pict",
                    "header",
                    "headerl",
                    "headerr",
                    "headerf",
                    "footer",
                    "footerl",
                    "footerr",
                    "footerf",
                    "ftnsep",
                    "xe",
                    "tc",
                    "filetbl",
                    "revtbl",
                    "objdata",
                    "private1");

    private final byte[] rtf;
    private final int most;
    private final boolean html;
    private final RtfFonts fonts = new RtfFonts();
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group(Shown.WORDS, false, 1, -1);
    private int pendingFont = -1;
    private boolean optional;
    private int tooDeep;
    private int covered;
    private int at;

    private RtfText(byte[] rtf, int most) {
        this.rtf = rtf;
        this.most = most;
        int scanned = Math.min(rtf.length, SCANNED_FOR_HTML);
        this.html =
                new String(rtf, 0, scanned, StandardCharsets.ISO_8859_1).contains("\\fromhtml1");
    }

    /// What an RTF body comes to.
    ///
    /// @param html whether `text` is HTML rather than plain text
    record Reading(String text, boolean html) {}

    /// @param most characters
    static Reading of(byte[] rtf, int most) {
        RtfText reader = new RtfText(rtf, most);
        reader.run();
        String text = reader.out.substring(0, Math.min(most, reader.out.length()));
        return new Reading(text, reader.html);
    }

    private enum Shown {
        WORDS,
        MARKUP,
        FONTS,
        NOTHING
    }

    /// What holds within one pair of braces.
    ///
    /// @param rendered whether this is what RTF readers show in place of the HTML (`\htmlrtf`)
    /// @param covered how many characters stand in for one `\\u` (`\\uc`)
    private record Group(Shown shown, boolean rendered, int covered, int font) {
        Group showing(Shown other) {
            return shown == Shown.NOTHING ? this : new Group(other, rendered, covered, font);
        }
    }

    private void run() {
        while (at < rtf.length && out.length() < most) {
            byte b = rtf[at++];
            switch (b) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', 0 -> {}
                default -> character(b);
            }
        }
        flush();
    }

    private void open() {
        covered = 0;
        if (outer.size() < DEEPEST) {
            outer.push(group);
        } else {
            tooDeep++;
        }
    }

    private void close() {
        covered = 0;
        optional = false;
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!outer.isEmpty()) {
            group = outer.pop();
        }
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        char c = (char) (rtf[at] & 0xFF);
        if (isLetter(c)) {
            word();
            return;
        }
        at++;
        switch (c) {
            case '*' -> optional = true;
            case '\'' -> hex();
            case '~' -> symbol(html ? "&nbsp;" : "\u00A0");
            case '_' -> symbol("-");
            case '-' -> {}
            case '\r', '\n' -> symbol("\n");
            case '{', '}', '\\' -> character((byte) c);
            default -> {}
        }
    }

    private void word() {
        int start = at;
        while (at < rtf.length && at - start < LONGEST_WORD && isLetter((char) (rtf[at] & 0xFF))) {
            at++;
        }
        String word = new String(rtf, start, at - start, StandardCharsets.ISO_8859_1);
        int from = at;
        at += at + 1 < rtf.length && rtf[at] == '-' && isDigit(rtf[at + 1]) ? 1 : 0;
        while (at < rtf.length && at - from < 11 && isDigit(rtf[at])) {
            at++;
        }
        long number = number(from);
        boolean numbered = at > from;
        at += at < rtf.length && rtf[at] == ' ' ? 1 : 0;
        boolean ignorable = optional;
        optional = false;
        if (ignorable && !word.equals("htmltag")) {
            group = group.showing(Shown.NOTHING);
        } else {
            obey(word, number, numbered);
        }
    }

    private long number(int from) {
        boolean negative = from < at && rtf[from] == '-';
        long number = 0;
        for (int i = negative ? from + 1 : from; i < at; i++) {
            number = number * 10 + rtf[i] - '0';
        }
        return negative ? -number : number;
    }

    /// @param numbered whether a number was given; without one, a switch is on
    private void obey(String word, long number, boolean numbered) {
        switch (word) {
            case "htmltag" -> group = group.showing(html ? Shown.MARKUP : Shown.NOTHING);
            case "htmlrtf" -> {
                group = new Group(group.shown, !numbered || number != 0, group.covered, group.font);
            }
            case "uc" ->
                    group =
                            new Group(
                                    group.shown,
                                    group.rendered,
                                    Math.clamp(number, 0, 8),
                                    group.font);
            case "u" -> unicode((char) number);
            case "ansicpg" -> fonts.standard((int) number);
            case "fonttbl" -> group = group.showing(Shown.FONTS);
            case "f" -> font((int) number);
            case "fcharset", "cpg" -> {
                if (group.shown == Shown.FONTS) {
                    fonts.define(
                            group.font,
                            word.equals("cpg") ? (int) number : CodePages.ofFont((int) number));
                }
            }
            case "bin" -> at += Math.clamp(number, 0, rtf.length - at);
            case "par", "line", "sect", "page", "row" -> symbol("\n");
            case "tab", "cell", "nestcell" -> symbol("\t");
            case "lquote" -> symbol("\u2018");
            case "rquote" -> symbol("\u2019");
            case "ldblquote" -> symbol("\u201C");
            case "rdblquote" -> symbol("\u201D");
            case "bullet" -> symbol("\u2022");
            case "endash" -> symbol("\u2013");
            case "emdash" -> symbol("\u2014");
            case "emspace", "enspace", "qmspace" -> symbol(" ");
            case String silent when SILENT.contains(silent) -> group = group.showing(Shown.NOTHING);
            default -> {}
        }
    }

    private void font(int number) {
        if (number == group.font) {
            return;
        }
        group = new Group(group.shown, group.rendered, group.covered, number);
    }

    private void hex() {
        int high = at + 1 < rtf.length ? Character.digit(rtf[at], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(rtf[at + 1], 16);
        if (low >= 0) {
            at += 2;
            character((byte) (high << 4 | low));
        }
    }

    private void unicode(char c) {
        if (isShown()) {
            flush();
            out.append(c);
        }
        covered = group.covered;
    }

    private void character(byte b) {
        optional = false;
        if (covered > 0) {
            covered--;
        } else if (isShown()) {
            if (group.font != pendingFont) {
                flush();
                pendingFont = group.font;
            }
            if (b >= 0 && pending.size() == 0) {
                out.append((char) b);
            } else {
                pending.write(b);
            }
        }
    }

    private void symbol(String text) {
        if (isShown()) {
            flush();
            out.append(text);
        }
    }

    private boolean isShown() {
        return !(html && group.rendered)
                && (group.shown == Shown.WORDS || group.shown == Shown.MARKUP);
    }

    private void flush() {
        if (pending.size() > 0) {
            out.append(pending.toString(fonts.charset(pendingFont)));
            pending.reset();
        }
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
