package io.fraywatch.source.imap;

import jakarta.mail.FetchProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;

/// What some servers know of a mail beyond the standard: Gmail's X-GM-EXT-1 and OBJECTID (RFC
/// 8474).
///
/// @param id the provider's id of the mail
/// @param thread the provider's id of its thread
/// @param labels the names of its labels, `\Inbox` and the like as the provider writes them
record ProviderItems(Optional<String> id, Optional<String> thread, List<String> labels) {
    private static final String GMAIL_ID = "X-GM-MSGID";
    private static final String GMAIL_THREAD = "X-GM-THRID";
    private static final String GMAIL_LABELS = "X-GM-LABELS";
    private static final String EMAIL_ID = "EMAILID";
    private static final String THREAD_ID = "THREADID";

    /// How Angus is to read them.
    static final FetchItem[] ALL = {
        new Words(GMAIL_ID),
        new Words(GMAIL_THREAD),
        new Words(GMAIL_LABELS),
        new Words(EMAIL_ID),
        new Words(THREAD_ID)
    };

    /// The names to ask this server for; empty or beginning with a space.
    static String toAskFor(ImapConnection connection) {
        if (connection.can("X-GM-EXT-1")) {
            return " " + String.join(" ", GMAIL_ID, GMAIL_THREAD, GMAIL_LABELS);
        }
        return connection.can("OBJECTID") ? " " + EMAIL_ID + " " + THREAD_ID : "";
    }

    /// The name of the id alone; empty or beginning with a space.
    static String idToAskFor(ImapConnection connection) {
        if (connection.can("X-GM-EXT-1")) {
            return " " + GMAIL_ID;
        }
        return connection.can("OBJECTID") ? " " + EMAIL_ID : "";
    }

    static ProviderItems of(FetchResponse answer) {
        Map<String, Object> items =
                Optional.ofNullable(answer.getExtensionItems()).orElse(Map.of());
        return new ProviderItems(
                first(items, GMAIL_ID).or(() -> first(items, EMAIL_ID)),
                first(items, GMAIL_THREAD).or(() -> first(items, THREAD_ID)),
                words(items, GMAIL_LABELS).stream().map(BASE64MailboxDecoder::decode).toList());
    }

    private static Optional<String> first(Map<String, Object> items, String name) {
        return words(items, name).stream().findFirst();
    }

    private static List<String> words(Map<String, Object> items, String name) {
        return items.get(name) instanceof String[] words ? List.of(words) : List.of();
    }

    /// Reads `WORD`, `(WORD "other word" …)` or `NIL`.
    private static final class Words extends FetchItem {
        Words(String name) {
            super(name, new FetchProfile.Item(name) {});
        }

        @Override
        public Object parseItem(FetchResponse answer) {
            List<String> words = new ArrayList<>();
            answer.skipSpaces();
            if (answer.peekByte() == '(') {
                Optional.ofNullable(answer.readAtomStringList())
                        .map(Arrays::asList)
                        .ifPresent(words::addAll);
            } else {
                Optional.of(answer.readAtom())
                        .filter(word -> !word.isEmpty() && !word.equals("NIL"))
                        .ifPresent(words::add);
            }
            return words.toArray(String[]::new);
        }
    }
}
