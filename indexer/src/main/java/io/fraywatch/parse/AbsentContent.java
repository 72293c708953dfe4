package io.fraywatch.parse;

import java.util.List;

/// Parts that stand for something that isn't in the mail: the other pieces of a mail that was cut
/// up (RFC 2046 §5.2.2), and files that lie elsewhere (§5.2.3, RFC 2017).
final class AbsentContent {
    static final String ELSEWHERE =
            "a file isn't in the mail, only where it lies (message/external-body); ask the sender"
                    + " for it if you can't get there";

    private AbsentContent() {}

    /// What there is to say of a piece.
    static String piece(Parameters type) {
        int number = Days.digitsOf(type.get("number"), 6);
        int total = Days.digitsOf(type.get("total"), 6);
        return "this is "
                + (number > 0 ? "piece " + number : "one piece")
                + (total > 0 ? " of " + total : "")
                + " of a mail that was sent in pieces (message/partial), which aren't put together;"
                + " ask the sender for it in one";
    }

    /// The name of a file that lies elsewhere: its own header's, else that of the place.
    static String name(Part part, Limits limits, Problems problems) {
        byte[] header = part.content();
        RawHeaders own = RawHeaders.of(header, HeaderBlock.of(header), limits, problems);
        Part file =
                new Part(
                        Parameters.parse(own.first("content-type")),
                        Parameters.parse(own.first("content-disposition")),
                        new byte[0],
                        0,
                        List.of());
        if (!file.fileName().isEmpty()) {
            return file.fileName();
        }
        if (!part.fileName().isEmpty()) {
            return part.fileName();
        }
        String place = part.type().get("url").strip();
        int end = place.indexOf('?');
        String path = end < 0 ? place : place.substring(0, end);
        return RawHeaders.clean(path.substring(path.lastIndexOf('/') + 1));
    }
}
