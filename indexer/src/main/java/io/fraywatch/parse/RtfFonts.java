package io.fraywatch.parse;

import java.util.HashMap;
import java.util.Map;

/// Which charset an RTF's fonts are written in: the font's own, else the document's.
final class RtfFonts {
    private static final int MOST = 4_000;

    private final Map<Integer, Integer> codePages = new HashMap<>();
    private int standard = 1252;

    /// The document's code page (`\ansicpg`).
    void standard(int codePage) {
        standard = codePage;
    }

    void define(int font, int codePage) {
        if (codePage > 0 && codePages.size() < MOST) {
            codePages.put(font, codePage);
        }
    }

    /// The name of a font's charset.
    String label(int font) {
        return CodePages.label(codePages.getOrDefault(font, standard));
    }
}
