package io.fraywatch.parse;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/// Which charset an RTF's fonts are written in: the font's own, else the document's.
final class RtfFonts {
    private static final int MOST = 4_000;

    private final Map<Integer, Charset> charsets = new HashMap<>();
    private Charset standard = Charsets.WINDOWS_1252;

    /// The document's code page (`\ansicpg`).
    void standard(int codePage) {
        standard = Charsets.named(CodePages.label(codePage)).orElse(standard);
    }

    void define(int font, int codePage) {
        if (charsets.size() < MOST) {
            Charsets.named(CodePages.label(codePage))
                    .ifPresent(charset -> charsets.put(font, charset));
        }
    }

    Charset charset(int font) {
        return charsets.getOrDefault(font, standard);
    }
}
