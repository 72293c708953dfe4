package io.fraywatch.parse;

import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Protection;
import java.util.ArrayList;
import java.util.List;

/// Takes out of a plain text what isn't words: files written into it (uuencode, yEnc), PGP's cipher
/// text, keys and signatures (RFC 9580 §6.2, §7). Signed text stays, without its frame.
final class InlineBlocks {
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String CIPHER = "-----BEGIN PGP MESSAGE";
    private static final String KEY = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private static final int MOST_FILES = 100;
    private static final String END = "-----END PGP ";

    private final String text;
    private final StringBuilder words;
    private final List<Attachment> files = new ArrayList<>();
    private Protection protection = Protection.NONE;
    private boolean signed;
    private boolean noMoreEnds;
    private int at;

    private InlineBlocks(String text) {
        this.text = text;
        this.words = new StringBuilder(text.length());
    }

    /// @param words what people wrote
    /// @param files in the order written
    record Result(String words, List<Attachment> files, Protection protection) {}

    /// @param text lines ending in `\n`
    static Result of(String text) {
        boolean any =
                text.contains("-----BEGIN PGP ")
                        || text.contains("begin ")
                        || text.contains("=ybegin ");
        return any ? new InlineBlocks(text).run() : new Result(text, List.of(), Protection.NONE);
    }

    private Result run() {
        while (at < text.length()) {
            String line = line(at);
            switch (line) {
                case String s when s.startsWith(SIGNED) -> signed(line);
                case String s when s.startsWith(SIGNATURE) -> {
                    protection = protection.and(Protection.SIGNED);
                    signed = false;
                    skipArmor(line);
                }
                case String s when s.startsWith(CIPHER) -> {
                    protection = Protection.ENCRYPTED;
                    skipArmor(line);
                }
                case String s when s.startsWith(KEY) -> {
                    int from = at;
                    skipArmor(line);
                    files.add(new Attachment("", "application/pgp-keys", at - from));
                }
                case String s when s.startsWith("=ybegin ") -> yenc(line);
                case String s when !Uuencode.nameIn(s).isEmpty() -> uuencoded(line);
                default -> keep(line);
            }
        }
        return new Result(words.toString(), files, protection);
    }

    private String line(int from) {
        int end = text.indexOf('\n', from);
        return text.substring(from, end < 0 ? text.length() : end);
    }

    private void pass(String line) {
        at = Math.min(text.length(), at + line.length() + 1);
    }

    private void keep(String line) {
        int from = signed && line.startsWith("- ") ? 2 : 0;
        words.append(line, from, line.length());
        pass(line);
        if (at < text.length() || text.endsWith("\n")) {
            words.append('\n');
        }
    }

    /// Passes the frame's head: `Hash:` lines up to a blank one.
    private void signed(String begin) {
        protection = protection.and(Protection.SIGNED);
        signed = true;
        pass(begin);
        while (at < text.length() && line(at).indexOf(": ") > 0) {
            pass(line(at));
        }
        if (at < text.length() && line(at).isBlank()) {
            pass(line(at));
        }
    }

    /// Passes a block of armor: to its end, or where that is missing as long as the lines look like
    /// armor.
    private void skipArmor(String begin) {
        pass(begin);
        while (at < text.length()) {
            String line = line(at);
            if (line.startsWith(END)) {
                pass(line);
                return;
            }
            if (!isArmor(line.strip())) {
                return;
            }
            pass(line);
        }
    }

    private static boolean isArmor(String line) {
        if (line.startsWith("Version: ")
                || line.startsWith("Comment: ")
                || line.startsWith("Charset: ")
                || line.startsWith("MessageID: ")
                || line.startsWith("Hash: ")) {
            return true;
        }
        for (int i = 0; i < line.length(); i++) {
            if (Base64Text.value(line.charAt(i)) < 0 && line.charAt(i) != '=') {
                return false;
            }
        }
        return true;
    }

    private void uuencoded(String begin) {
        int next = Math.min(text.length(), at + begin.length() + 1);
        String first = line(next);
        if (files.size() >= MOST_FILES || Uuencode.bytesIn(first) <= 0) {
            keep(begin);
            return;
        }
        pass(begin);
        long size = 0;
        for (String line = first; at < text.length(); line = line(at)) {
            int bytes = Uuencode.bytesIn(line);
            if (line.equals("end") || bytes < 0) {
                break;
            }
            size += bytes;
            pass(line);
        }
        if (at < text.length() && line(at).equals("end")) {
            pass("end");
        }
        files.add(
                new Attachment(fileName(Uuencode.nameIn(begin)), "application/octet-stream", size));
    }

    /// Takes the size and name from its first line; yEnc's own lines hold any bytes.
    private void yenc(String begin) {
        int end = files.size() >= MOST_FILES || noMoreEnds ? -1 : text.indexOf("\n=yend", at);
        noMoreEnds |= end < 0;
        if (end < 0 || !begin.contains(" name=")) {
            keep(begin);
            return;
        }
        String name = begin.substring(begin.indexOf(" name=") + 6).strip();
        at = end + 1;
        pass(line(at));
        files.add(new Attachment(fileName(name), "application/octet-stream", number(begin)));
    }

    private static long number(String begin) {
        int from = begin.indexOf(" size=");
        long size = 0;
        for (int i = from + 6; from >= 0 && i < begin.length() && i < from + 18; i++) {
            int digit = Character.digit(begin.charAt(i), 10);
            if (digit < 0) {
                break;
            }
            size = size * 10 + digit;
        }
        return size;
    }

    private static String fileName(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return RawHeaders.clean(name.substring(slash + 1));
    }
}
