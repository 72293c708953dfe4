package io.fraywatch.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The mail that a `winmail.dat` wraps, gathered from its attributes: its text in each form that is
/// there, and its files. The properties are those of MS-OXPROPS.
final class TnefMail {
    static final String CUT_SHORT = "a text within winmail.dat was too long and was cut short";

    private static final int LONGEST_RTF = 1024 * 1024;
    private static final int BODY = 0x1000;
    private static final int RTF = 0x1009;
    private static final int HTML = 0x1013;
    private static final int HTML_CODE_PAGE = 0x3FDE;
    private static final int DISPLAY_NAME = 0x3001;
    private static final int DATA = 0x3701;
    private static final int SHORT_NAME = 0x3704;
    private static final int METHOD = 0x3705;
    private static final int LONG_NAME = 0x3707;
    private static final int MIME_TYPE = 0x370E;
    private static final int EMBEDDED_MAIL = 5;

    private final int most;
    private final int mostFiles;
    private final Problems problems;
    private final List<Part> texts = new ArrayList<>();
    private final List<Part> files = new ArrayList<>();
    private String charset = "";
    private boolean inFile;
    private String name = "";
    private String type = "";
    private long size;

    TnefMail(int most, int mostFiles, Problems problems) {
        this.problems = problems;
        this.most = most;
        this.mostFiles = mostFiles;
    }

    void codePage(byte[] value) {
        charset = value.length < 4 ? "" : CodePages.label(MapiProperties.int32(value, 0));
    }

    /// The text as Outlook 97 put it.
    void text(byte[] value) {
        add("text/plain", Charsets.decode(value, value.length, charset));
    }

    void properties(byte[] value) {
        MapiProperties all = new MapiProperties(value);
        add("text/plain", all.text(BODY, charset));
        add("text/html", all.text(HTML, CodePages.label(all.number(HTML_CODE_PAGE))));
        if (texts.isEmpty()) {
            rtf(all.bytes(RTF));
        }
    }

    private void rtf(byte[] packed) {
        int longest = Math.min(most, LONGEST_RTF);
        byte[] rtf = CompressedRtf.unpack(packed, longest);
        if (rtf.length == longest) {
            problems.add(CUT_SHORT);
        }
        RtfText.Reading reading = RtfText.of(rtf, longest);
        add(reading.html() ? "text/html" : "text/plain", reading.text());
    }

    private void add(String mediaType, String words) {
        if (!words.isBlank()) {
            byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
            texts.add(
                    new Part(
                            new Parameters(mediaType, Map.of("charset", "utf-8")),
                            Parameters.NONE,
                            bytes,
                            bytes.length,
                            List.of()));
        }
    }

    void nextFile() {
        endFile();
        inFile = true;
    }

    /// Its short name; the properties hold the long one.
    void fileName(byte[] value) {
        String text = Charsets.decode(value, value.length, charset);
        int end = text.indexOf(0);
        name = end < 0 ? text : text.substring(0, end);
    }

    void fileSize(long bytes) {
        size = bytes;
    }

    void fileProperties(byte[] value) {
        MapiProperties all = new MapiProperties(value);
        boolean mail = all.number(METHOD) == EMBEDDED_MAIL;
        for (int id : mail ? new int[] {DISPLAY_NAME} : new int[] {LONG_NAME, SHORT_NAME}) {
            String better = all.text(id, charset);
            if (!better.isBlank()) {
                name = better;
                break;
            }
        }
        type = mail ? "application/vnd.ms-outlook" : all.text(MIME_TYPE, charset);
        size = size == 0 ? all.size(DATA) : size;
    }

    private void endFile() {
        if (inFile && files.size() < mostFiles) {
            Parameters named = new Parameters("attachment", Map.of("filename", name));
            files.add(new Part(mediaType(), named, new byte[0], size, List.of()));
        }
        name = "";
        type = "";
        size = 0;
    }

    private Parameters mediaType() {
        String known = Parameters.parse(type).value();
        boolean single = known.indexOf('/') > 0 && !known.startsWith("multipart/");
        return Parameters.parse(single ? known : "application/octet-stream");
    }

    /// The text in its alternatives, then the files.
    Part part() {
        endFile();
        inFile = false;
        List<Part> all = new ArrayList<>();
        all.add(
                switch (texts.size()) {
                    case 0 -> Part.EMPTY;
                    case 1 -> texts.getFirst();
                    default -> multipart("alternative", texts);
                });
        all.addAll(files);
        return multipart("mixed", all);
    }

    private static Part multipart(String kind, List<Part> parts) {
        return new Part(
                Parameters.parse("multipart/" + kind), Parameters.NONE, new byte[0], 0, parts);
    }
}
