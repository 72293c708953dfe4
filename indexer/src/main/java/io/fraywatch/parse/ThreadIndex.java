package io.fraywatch.parse;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Outlook's `Thread-Index`: 22 bytes for the conversation, and 5 more for each answer on the way
/// (MS-OXOMSG §2.2.1.3).
final class ThreadIndex {
    private static final int CONVERSATION = 22;
    private static final int ANSWER = 5;
    private static final int LONGEST = 8_000;

    private ThreadIndex() {}

    /// The conversation's part in hex; empty where the header isn't of this shape.
    static Optional<String> conversation(String header) {
        String text = header.replace(" ", "").replace("\t", "");
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] index = Base64.getMimeDecoder().decode(text);
            boolean whole =
                    index.length >= CONVERSATION
                            && (index.length - CONVERSATION) % ANSWER == 0
                            && index[0] == 1;
            return whole
                    ? Optional.of(HexFormat.of().formatHex(index, 0, CONVERSATION))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
