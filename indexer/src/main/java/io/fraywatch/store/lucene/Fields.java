package io.fraywatch.store.lucene;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/// The fields of an index, and how values become terms.
final class Fields {
    /// Which sort of document it is: [#MAIL], [#PLACE] or [#NOTE].
    static final String TYPE = "type";

    static final String MAIL = "mail";
    static final String PLACE = "place";
    static final String NOTE = "note";

    static final String ID = "id";
    static final String ENTRY = "entry";
    static final String CONVERSATION = "conversation";
    static final String SENT_AT = "sentAt";
    static final String SIZE = "size";
    static final String TEXT = "text";
    static final String MESSAGE_IDS = "messageIds";
    static final String THREAD_KEYS = "threadKeys";
    static final String BASE_SUBJECT = "baseSubject";

    /// The base subject again, of replies that lost what they answer.
    static final String LOST_SUBJECT = "lostSubject";

    static final String FROM = "from";
    static final String TO = "to";
    static final String SUBJECT = "subject";
    static final String OWN_WORDS = "ownWords";
    static final String OTHER_WORDS = "otherWords";
    static final String NAMES = "names";

    static final String LOCATION = "location";
    static final String FOLDER = "folder";
    static final String KEY = "key";
    static final String HOLDS = "holds";
    static final String NOTED_AT = "notedAt";
    static final String REASON = "reason";

    private static final int LONGEST_TERM = 1_000;

    private Fields() {}

    /// A value to be found exactly. Lucene refuses terms above 32 KiB, so of a monstrous one its
    /// hash stands.
    static String term(String value) {
        if (value.length() <= LONGEST_TERM) {
            return value;
        }
        return "sha256:" + HexFormat.of().formatHex(hash(value.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Milliseconds since 1970, the nearest that fit.
    static long millis(Instant instant) {
        long seconds =
                Math.clamp(
                        instant.getEpochSecond(), Long.MIN_VALUE / 2_000, Long.MAX_VALUE / 2_000);
        return seconds * 1_000 + instant.getNano() / 1_000_000;
    }

    /// Newest first; documents that aren't mails come last.
    static SortField newestFirst() {
        return LongField.newSortField(
                SENT_AT, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE);
    }

    static SortField oldestFirst() {
        return LongField.newSortField(
                SENT_AT, false, SortedNumericSelector.Type.MAX, Long.MIN_VALUE);
    }
}
