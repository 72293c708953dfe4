package io.fraywatch.parse;

import java.nio.charset.Charset;
import org.mozilla.universalchardet.UniversalDetector;

/// What bytes that say nothing of their charset look most like, by the statistics of their language
/// (Mozilla's detector).
final class CharsetGuess {
    private static final int LEAST = 16;
    private static final int ENOUGH = 32 * 1024;

    private CharsetGuess() {}

    /// windows-1252 where nothing is more likely, or there is too little to tell: also where the
    /// bytes beyond ASCII stand alone among letters, as accents do, since the detector takes short
    /// German for Russian.
    static Charset of(byte[] bytes, int length) {
        if (length < LEAST || !isOtherScript(bytes, length)) {
            return Charsets.WINDOWS_1252;
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(length, ENOUGH));
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        if (found == null) {
            return Charsets.WINDOWS_1252;
        }
        // Nobody sends Mac Cyrillic; short Russian in windows-1251 looks like it.
        return found.equals("MACCYRILLIC")
                ? Charset.forName("windows-1251")
                : Charsets.named(found).orElse(Charsets.WINDOWS_1252);
    }

    /// Whether most bytes beyond ASCII stand three and more together.
    private static boolean isOtherScript(byte[] bytes, int length) {
        int together = 0;
        int all = 0;
        int run = 0;
        for (int i = 0; i <= length; i++) {
            if (i < length && bytes[i] < 0) {
                run++;
            } else {
                all += run;
                together += run > 2 ? run : 0;
                run = 0;
            }
        }
        return together * 2 > all;
    }
}
