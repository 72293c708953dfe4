package io.fraywatch.eval;

import io.fraywatch.mail.ZoneType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A mail whose text people divided by hand (Quagga, ECIR 2018).
///
/// Their zones nest: a mail's `Body` holds greeting (`Intro`), sign-off (`Outro`) and `Signature`,
/// and a `Header` begins an older mail. What stands before the first header and in no signature is
/// the author's own. Own words between lines marked `>` aren't told from those by their zones; such
/// unmarked lines behind a header are open.
final class AnnotatedMail {
    /// What the annotators can say of a character, later ones within earlier ones.
    enum Truth {
        OPEN(ZoneType.NEW, ""),
        QUOTE(ZoneType.QUOTE, ""),
        OWN(ZoneType.NEW, "Body"),
        HEADER(ZoneType.QUOTE_HEADER, "Header"),
        INTRO(ZoneType.GREETING, "Body/Intro"),
        OUTRO(ZoneType.CLOSING, "Body/Outro"),
        SIGNATURE(ZoneType.SIGNATURE, "Body/Signature"),
        DISCLAIMER(ZoneType.DISCLAIMER, "Body/Signature/Disclaimer");

        final ZoneType type;
        private final String name;

        Truth(ZoneType type, String name) {
            this.type = type;
            this.name = name;
        }

        private boolean holds(Object zone) {
            return zone.equals(name) || zone.equals(name + "/Name");
        }
    }

    private final Map<String, Object> labels;
    private final String text;
    private final Truth[] truth;

    private AnnotatedMail(Map<String, Object> labels) {
        this.labels = labels;
        this.text = Json.member(labels, "text").toString();
        this.truth = new Truth[text.length()];
    }

    /// @param line of `zones.jsonl`
    static AnnotatedMail of(String line) {
        AnnotatedMail mail = new AnnotatedMail(Json.object(Json.read(line)));
        mail.divide();
        return mail;
    }

    String id() {
        return Json.member(labels, "id").toString();
    }

    /// The mail with its own headers. Its text is sent as it stands, for that's how the zones were
    /// counted.
    String message(String decoded) {
        StringBuilder head = new StringBuilder();
        if (Json.member(labels, "header") instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> {
                if (!name.toString().startsWith("Content-")) {
                    head.append(name).append(": ").append(value).append('\n');
                }
            });
        }
        return head
                + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + decoded;
    }

    /// A character of the text as read, and what it is.
    interface Each {
        void is(char c, Truth truth);
    }

    /// Hands over the characters as read: some texts still are in quoted-printable (RFC 2045 §6.7).
    void forEach(Each each) {
        boolean encoded =
                Json.member(labels, "header") instanceof Map<?, ?> fields
                        && "quoted-printable".equals(fields.get("Content-Transfer-Encoding"));
        for (int at = 0; at < text.length(); at++) {
            if (!encoded || text.charAt(at) != '=') {
                each.is(text.charAt(at), truth[at]);
            } else if (text.startsWith("\n", at + 1)) {
                at++;
            } else if (at + 2 < text.length()) {
                each.is((char) Integer.parseInt(text.substring(at + 1, at + 3), 16), truth[at]);
                at += 2;
            }
        }
    }

    private void divide() {
        Arrays.fill(truth, Truth.OPEN);
        List<Map<String, Object>> zones =
                Json.array(Json.member(labels, "zones")).stream().map(Json::object).toList();
        int firstHeader = text.length();
        for (Map<String, Object> zone : zones) {
            if (Json.member(zone, "type").equals("Header")) {
                firstHeader = Math.min(firstHeader, offset(zone, "start"));
            }
        }
        for (Truth layer : Truth.values()) {
            for (Map<String, Object> zone : zones) {
                if (layer.holds(Json.member(zone, "type"))) {
                    mark(layer, offset(zone, "start"), offset(zone, "end"), firstHeader);
                }
            }
        }
        openUnmarked(firstHeader);
    }

    private void mark(Truth layer, int start, int end, int firstHeader) {
        boolean old = start >= firstHeader;
        if (!old || layer == Truth.HEADER || layer == Truth.OWN) {
            boolean quoted = old && layer == Truth.OWN;
            int to = Math.min(end, text.length());
            while (to < text.length() && ",:.!-".indexOf(text.charAt(to)) >= 0) {
                to++;
            }
            Arrays.fill(truth, start, to, quoted ? Truth.QUOTE : layer);
        }
    }

    private int offset(Map<String, Object> zone, String name) {
        return ((Double) zone.getOrDefault(name, 0.0)).intValue();
    }

    private void openUnmarked(int firstHeader) {
        if (text.indexOf("\n>", firstHeader) < 0) {
            return;
        }
        for (int at = firstHeader; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end + 1;
            if (text.charAt(at) != '>' && truth[at] == Truth.QUOTE) {
                Arrays.fill(truth, at, end, Truth.OPEN);
            }
            at = end;
        }
    }
}
