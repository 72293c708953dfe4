package io.fraywatch.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Bytes to text: what the mail declares if that holds, else what the bytes themselves say.
final class Charsets {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /// Names that mail uses and Java doesn't know, and old names whose newer, larger set is meant
    /// in practice.
    private static final Map<String, String> MEANT =
            Map.ofEntries(
                    Map.entry("iso-8859-1", "windows-1252"),
                    Map.entry("iso8859-1", "windows-1252"),
                    Map.entry("iso_8859-1", "windows-1252"),
                    Map.entry("latin1", "windows-1252"),
                    Map.entry("latin-1", "windows-1252"),
                    Map.entry("iso-8859-8-i", "iso-8859-8"),
                    Map.entry("iso-8859-8-e", "iso-8859-8"),
                    Map.entry("iso-8859-9", "windows-1254"),
                    Map.entry("gb2312", "gb18030"),
                    Map.entry("gb_2312-80", "gb18030"),
                    Map.entry("gbk", "gb18030"),
                    Map.entry("x-gbk", "gb18030"),
                    Map.entry("ks_c_5601-1987", "ms949"),
                    Map.entry("euc-kr", "ms949"),
                    Map.entry("shift_jis", "windows-31j"),
                    Map.entry("x-sjis", "windows-31j"),
                    Map.entry("utf8", "utf-8"),
                    Map.entry("unicode-1-1-utf-8", "utf-8"),
                    Map.entry("cp-850", "cp850"),
                    Map.entry("cp932", "windows-31j"),
                    Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
                    Map.entry("cp50220", "x-windows-iso2022jp"),
                    Map.entry("cp50221", "x-windows-iso2022jp"),
                    Map.entry("big-5", "big5"),
                    Map.entry("koi8-ru", "koi8-u"),
                    Map.entry("ksc5601", "ms949"),
                    Map.entry("iso-8859-11", "x-windows-874"),
                    Map.entry("tis-620", "x-windows-874"),
                    Map.entry("win-1251", "windows-1251"),
                    Map.entry("win-1252", "windows-1252"),
                    Map.entry("x-mac-roman", "x-macroman"),
                    Map.entry("macintosh", "x-macroman"));

    private Charsets() {}

    /// The charset a label stands for; empty when it says nothing (`us-ascii`, `unknown-8bit`) or
    /// is unknown.
    static Optional<Charset> named(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            Charset charset = Charset.forName(MEANT.getOrDefault(name, name));
            return charset.equals(StandardCharsets.US_ASCII)
                    ? Optional.empty()
                    : Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }

    /// Whether a label names any charset at all.
    static boolean isKnown(String label) {
        return label.equalsIgnoreCase("us-ascii") || named(label).isPresent();
    }

    /// @param label the declared charset, empty when there is none
    static String decode(byte[] bytes, int length, String label) {
        switch (label.toLowerCase(Locale.ROOT)) {
            case "utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7" -> {
                return Utf7.decode(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
            }
            case "hz-gb-2312", "hz" -> {
                return hz(bytes, length);
            }
            default -> {}
        }
        Optional<Charset> declared = label.isEmpty() ? Optional.empty() : named(label);
        if (declared.isEmpty()) {
            return detect(bytes, length);
        }
        boolean latin = declared.get().equals(WINDOWS_1252);
        return declared.get().equals(StandardCharsets.UTF_8) || (latin && isUtf8(bytes, length))
                ? utf8(bytes, length)
                : new String(bytes, 0, length, declared.get());
    }

    /// Whether it is UTF-8 and more than ASCII: Latin-1 never looks so by chance.
    private static boolean isUtf8(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return strictUtf8(bytes, length).isPresent();
            }
        }
        return false;
    }

    /// GB 2312 between `~{` and `~}` in seven bits (RFC 1843).
    private static String hz(byte[] bytes, int length) {
        byte[] out = new byte[length];
        int filled = 0;
        boolean shifted = false;
        for (int i = 0; i < length; i++) {
            int next = i + 1 < length ? bytes[i + 1] : 0;
            if (bytes[i] == '~' && (next == '{' || next == '}' || next == '~' || next == '\n')) {
                shifted = next == '{' || (shifted && next != '}');
                if (next == '~') {
                    out[filled++] = '~';
                }
                i++;
            } else {
                out[filled++] = (byte) (shifted && bytes[i] > ' ' ? bytes[i] | 0x80 : bytes[i]);
            }
        }
        return new String(out, 0, filled, Charset.forName("gb18030"));
    }

    /// Byte order mark, Japanese escapes, valid UTF-8, else what the bytes look most like.
    static String detect(byte[] bytes, int length) {
        if (length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
            return new String(bytes, 0, length, StandardCharsets.UTF_16);
        }
        if (hasJapaneseEscape(bytes, length)) {
            return new String(bytes, 0, length, Charset.forName("ISO-2022-JP"));
        }
        return utf8(bytes, length);
    }

    private static boolean hasJapaneseEscape(byte[] bytes, int length) {
        for (int i = 0; i + 2 < length; i++) {
            if (bytes[i] == 0x1B
                    && bytes[i + 1] == '$'
                    && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    /// UTF-8; where that doesn't hold, what its bytes look most like, unless most of what isn't
    /// ASCII is sound UTF-8 all the same.
    private static String utf8(byte[] bytes, int length) {
        return strictUtf8(bytes, length)
                .orElseGet(() -> {
                    String lenient = new String(bytes, 0, length, StandardCharsets.UTF_8);
                    return mostlySound(lenient)
                            ? lenient
                            : new String(bytes, 0, length, CharsetGuess.of(bytes, length));
                });
    }

    private static Optional<String> strictUtf8(byte[] bytes, int length) {
        try {
            CharBuffer text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes, 0, length));
            return Optional.of(text.toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean mostlySound(String text) {
        int sound = 0;
        int broken = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sound += c > 127 && c != '\uFFFD' ? 1 : 0;
            broken += c == '\uFFFD' ? 1 : 0;
        }
        return sound > broken;
    }
}
