package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;

/// Decodes `=?charset?Q|B?text?=` in header values (RFC 2047), also where senders bent the rules:
/// within quotes, with blanks inside, without padding, or with a character split over two words.
final class EncodedWords {
    private static final int LONGEST_CHARSET = 64;

    private final String in;
    private final StringBuilder out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";
    private boolean noMoreEnds;

    private EncodedWords(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length());
    }

    static String decode(String value) {
        return value.contains("=?") ? new EncodedWords(value).run() : value;
    }

    private String run() {
        int at = 0;
        boolean afterWord = false;
        while (at < in.length()) {
            int start = in.indexOf("=?", at);
            Word word = start < 0 ? Word.NONE : wordAt(start);
            if (start < 0 || word.end < 0) {
                int to = start < 0 ? in.length() : start + 2;
                flush();
                out.append(in, at, to);
                at = to;
                afterWord = false;
                continue;
            }
            String between = in.substring(at, start);
            if (!afterWord || !between.isBlank()) {
                flush();
                out.append(between);
            }
            add(word);
            at = word.end;
            afterWord = true;
        }
        flush();
        return out.toString();
    }

    /// One word's places; `end` is -1 when there is none.
    private record Word(String charset, boolean base64, int textStart, int textEnd, int end) {
        static final Word NONE = new Word("", false, -1, -1, -1);
    }

    private Word wordAt(int start) {
        int charsetEnd = in.indexOf('?', start + 2);
        if (charsetEnd < 0
                || charsetEnd - start > LONGEST_CHARSET
                || charsetEnd + 2 >= in.length()
                || in.charAt(charsetEnd + 2) != '?') {
            return Word.NONE;
        }
        char how = Character.toUpperCase(in.charAt(charsetEnd + 1));
        int textStart = charsetEnd + 3;
        int textEnd = (how == 'Q' || how == 'B') && !noMoreEnds ? in.indexOf("?=", textStart) : -1;
        if (textEnd < 0) {
            noMoreEnds |= how == 'Q' || how == 'B';
            return how == 'Q' || how == 'B' ? unfinished(start, charsetEnd, how) : Word.NONE;
        }
        String charset = in.substring(start + 2, charsetEnd);
        int language = charset.indexOf('*');
        return new Word(
                language < 0 ? charset : charset.substring(0, language),
                how == 'B',
                textStart,
                textEnd,
                textEnd + 2);
    }

    /// A word that was cut off before its `?=`.
    private Word unfinished(int start, int charsetEnd, char how) {
        String charset = in.substring(start + 2, charsetEnd);
        int textStart = charsetEnd + 3;
        int end = in.indexOf(' ', textStart);
        end = end < 0 ? in.length() : end;
        int textEnd = end > textStart && in.charAt(end - 1) == '?' ? end - 1 : end;
        return textEnd - textStart > 1 && Charsets.isKnown(charset)
                ? new Word(charset, how == 'B', textStart, textEnd, end)
                : Word.NONE;
    }

    private void add(Word word) {
        if (!word.charset.equalsIgnoreCase(pendingCharset)) {
            flush();
            pendingCharset = word.charset;
        }
        if (word.base64) {
            base64(word.textStart, word.textEnd);
        } else {
            quoted(word.textStart, word.textEnd);
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            byte[] bytes = pending.toByteArray();
            out.append(Charsets.decode(bytes, bytes.length, pendingCharset));
            pending.reset();
        }
    }

    private void quoted(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = in.charAt(i);
            int high = c == '=' && i + 2 < to ? Character.digit(in.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in.charAt(i + 2), 16);
            if (low >= 0) {
                pending.write(high << 4 | low);
                i += 2;
            } else if (c == '_') {
                pending.write(' ');
            } else if (c > 255) {
                flush();
                out.append(c);
            } else {
                pending.write(c);
            }
        }
    }

    private void base64(int from, int to) {
        int bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            int value = Base64Text.value(in.charAt(i));
            if (value >= 0) {
                bits = bits << 6 | value;
                held += 6;
            }
            if (held >= 8) {
                held -= 8;
                pending.write(bits >>> held);
                bits &= (1 << held) - 1;
            }
        }
    }
}
