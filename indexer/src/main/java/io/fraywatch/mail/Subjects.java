package io.fraywatch.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads subjects: what remains of one behind its `Re:` and `Fwd:`, in whatever language they are.
///
/// RFC 5256 §2.1 with the prefixes that mail programs of other languages write. Takes time linear
/// in the length.
public final class Subjects {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> REPLY =
            words(
                    """
                    re aw antw antwort antwoord sv vs vast res resp rsp r rif rép rep réf ref odp
                    ynt yan cvp atb ats vá válasz bls balas tl tml svar svör răsp rasp απ απαντ отв
                    ответ відп на одг הש השב תגובה رد پاسخ 回复 回覆 答复 答覆 回信 返信 回答 회신 답장 답변 ตอบ ตอบกลับ
                    """);
    private static final Set<String> FORWARD =
            words(
                    """
                    fw fwd wg tr rv enc i inoltra vb vl vid pd doorst dorst ilt i\u0307lt tov
                    továbbítás trs terusan fs reenv rvs redir πρθ σχετ пересл перенапр переслано
                    הועבר העברה 转发 轉寄 轉發 转寄 転送 전달 ส่งต่อ
                    """);
    private static final int LONGEST_PREFIX = 12;

    private final String text;
    private int start;
    private int end;

    private Subjects(String tidy) {
        text = tidy;
        end = tidy.length();
    }

    private static Set<String> words(String list) {
        return Set.of(BLANKS.split(list.strip()));
    }

    /// What two mails of one conversation have in common: the subject without its prefixes, list
    /// tags and `(fwd)`, white space as single blanks, in lower case. Empty when nothing else was
    /// there.
    public static String base(String subject) {
        Subjects parts = new Subjects(tidy(subject));
        parts.strip();
        return parts.text.substring(parts.start, parts.end).toLowerCase(Locale.ROOT);
    }

    /// Whether the outermost prefix says that the mail is a reply; a forward isn't.
    public static boolean isReply(String subject) {
        Subjects parts = new Subjects(tidy(subject));
        parts.skipTags();
        int colon = parts.prefixEnd(parts.start);
        return colon > 0 && REPLY.contains(parts.word(parts.start));
    }

    /// Whether the outermost prefix says that the mail passes another one on.
    public static boolean isForward(String subject) {
        Subjects parts = new Subjects(tidy(subject));
        parts.skipTags();
        int colon = parts.prefixEnd(parts.start);
        return parts.startsWith("[fwd:")
                || (colon > 0 && FORWARD.contains(parts.word(parts.start)) && !isReply(subject));
    }

    private void strip() {
        boolean unwrapped;
        do {
            stripTrailers();
            stripLeaders();
            unwrapped = startsWith("[fwd:") && end - start > 5 && text.charAt(end - 1) == ']';
            if (unwrapped) {
                start += 5;
                end--;
            }
        } while (unwrapped);
        trim();
    }

    private void stripTrailers() {
        trim();
        while (end - start >= 5 && text.regionMatches(true, end - 5, "(fwd)", 0, 5)) {
            end -= 5;
            trim();
        }
    }

    private void stripLeaders() {
        boolean found = true;
        while (found) {
            trim();
            int before = start;
            skipTags();
            int behind = prefixEnd(start);
            if (behind > 0) {
                start = behind;
            }
            found = start > before;
        }
    }

    /// Steps over `[list]` tags in front, unless nothing would be left behind them.
    private void skipTags() {
        trim();
        for (int behind = tagEnd(start); behind > 0 && behind < end; behind = tagEnd(start)) {
            start = behind;
        }
    }

    /// Returns where the text goes on behind a tag that begins at `from`, or -1 if there is none.
    private int tagEnd(int from) {
        if (from >= end || text.charAt(from) != '[' || startsWith("[fwd:")) {
            return -1;
        }
        for (int i = from + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return blanks(i + 1);
            }
            if (c == '[') {
                return -1;
            }
        }
        return -1;
    }

    /// Returns where the text goes on behind a prefix and its colon, or -1 if there is none at
    /// `from`.
    private int prefixEnd(int from) {
        String word = word(from);
        if (!REPLY.contains(word) && !FORWARD.contains(word)) {
            return -1;
        }
        int at = blanks(counterEnd(blanks(wordEnd(from))));
        return at < end && (text.charAt(at) == ':' || text.charAt(at) == '：') ? at + 1 : -1;
    }

    /// Steps over a count or tag between prefix and colon, as in `Re[2]:`, `AW(3):`, `Re^2:`,
    /// `RE2:` or `Re [list]:`.
    private int counterEnd(int from) {
        if (from >= end) {
            return from;
        }
        char c = text.charAt(from);
        if (c == '[') {
            int behind = tagEnd(from);
            return behind < 0 ? from : behind;
        }
        if (c == '(') {
            int behind = digits(from + 1);
            return behind > from + 1 && behind < end && text.charAt(behind) == ')'
                    ? behind + 1
                    : from;
        }
        return c == '^' || c == '*' ? digits(from + 1) : digits(from);
    }

    private int digits(int from) {
        int i = from;
        while (i < end && i < from + 4 && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int blanks(int from) {
        return from < end && text.charAt(from) == ' ' ? from + 1 : from;
    }

    private String word(int from) {
        return text.substring(from, wordEnd(from)).toLowerCase(Locale.ROOT);
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < end && i < from + LONGEST_PREFIX && partOfWord(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean partOfWord(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private boolean startsWith(String prefix) {
        return end - start >= prefix.length()
                && text.regionMatches(true, start, prefix, 0, prefix.length());
    }

    private void trim() {
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
    }

    /// White space of any kind becomes one blank; marks without width go.
    private static String tidy(String subject) {
        StringBuilder tidy = new StringBuilder(subject.length());
        for (int i = 0; i < subject.length(); i++) {
            char c = subject.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ') {
                if (!tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                    tidy.append(' ');
                }
            } else if (Character.getType(c) != Character.FORMAT) {
                tidy.append(c);
            }
        }
        return tidy.toString();
    }
}
