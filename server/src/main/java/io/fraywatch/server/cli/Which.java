package io.fraywatch.server.cli;

import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.store.StoreException;
import io.fraywatch.sync.Desk;
import java.util.HexFormat;
import java.util.Optional;

/// Finds the conversation that was meant.
final class Which {
    /// How a conversation may be named, for the help.
    static final String HELP = "16 hex digits as `threads` and `flags` print them, or a Message-ID";

    private Which() {}

    /// @param which a conversation's id, or the Message-ID of one of its mails
    static ConversationId conversation(String which, Desk desk) throws Failure, StoreException {
        if (which.length() == 16 && which.chars().allMatch(HexFormat::isHexDigit)) {
            return ConversationId.parse(which);
        }
        String id = bare(which);
        return (id.isEmpty()
                        ? Optional.<ConversationId>empty()
                        : desk.conversationOf(new MessageId(id)))
                .orElseThrow(() ->
                        new Failure(
                                Exit.FAILED,
                                "there is no mail with the Message-ID "
                                        + which
                                        + "; `fraywatch sync` takes new mail in"));
    }

    private static String bare(String messageId) {
        String text = messageId.strip();
        return text.startsWith("<") && text.endsWith(">") && text.length() > 2
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
