package io.fraywatch.parse;

/// Windows' numbers of charsets, as Outlook's formats name them.
final class CodePages {
    private CodePages() {}

    /// The charset's name as mail declares it; empty when the number says nothing.
    static String label(int number) {
        return switch (number) {
            case 0, 1, 42 -> "";
            case 874, 932, 936, 949, 950 -> "ms" + number;
            case 10_000 -> "macintosh";
            case 20_127 -> "us-ascii";
            case 20_866 -> "koi8-r";
            case 20_932, 51_932 -> "euc-jp";
            case 21_866 -> "koi8-u";
            case 50_220, 50_221, 50_222 -> "iso-2022-jp";
            case 51_949 -> "euc-kr";
            case 54_936 -> "gb18030";
            case 65_000 -> "utf-7";
            case 65_001 -> "utf-8";
            default -> family(number);
        };
    }

    private static String family(int number) {
        if (number > 28_590 && number <= 28_606) {
            return "iso-8859-" + (number - 28_590);
        }
        return (number >= 1250 && number <= 1258 ? "windows-" : "cp") + number;
    }

    /// The code page of a font's `\fcharset` (RTF 1.9.1, Font Table); 0 where it names none.
    static int ofFont(int charset) {
        return switch (charset) {
            case 77 -> 10_000;
            case 128 -> 932;
            case 129 -> 949;
            case 134 -> 936;
            case 136 -> 950;
            case 161 -> 1253;
            case 162 -> 1254;
            case 163 -> 1258;
            case 177 -> 1255;
            case 178 -> 1256;
            case 186 -> 1257;
            case 204 -> 1251;
            case 222 -> 874;
            case 238 -> 1250;
            case 255 -> 850;
            default -> 0;
        };
    }
}
