package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MessageKind;
import java.util.Locale;
import java.util.Set;

/// Says what sort of mail it is, by its structure and headers first and by its words last. In doubt
/// a person wrote it.
final class KindClassifier {
    private static final Set<String> INVITING =
            Set.of("request", "reply", "cancel", "counter", "declinecounter", "refresh", "add");
    private static final String[] NOBODY = {
        "noreply",
        "no-reply",
        "no_reply",
        "donotreply",
        "do-not-reply",
        "do_not_reply",
        "notification",
        "newsletter",
        "mailer@",
        "bounce",
        "nicht-antworten",
        "ne-pas-repondre",
        "noresponder"
    };
    private static final int UNSUBSCRIBE_REACH = 2_500;

    private final RawHeaders raw;
    private final Headers headers;
    private final Part root;
    private final Body body;
    private final String subject;
    private final String sender;

    private KindClassifier(RawHeaders raw, Headers headers, Part root, Body body) {
        this.raw = raw;
        this.headers = headers;
        this.root = root;
        this.body = body;
        this.subject = headers.subject().strip().toLowerCase(Locale.ROOT);
        this.sender = headers.from().stream().findFirst().map(Address::address).orElse("");
    }

    static MessageKind classify(RawHeaders raw, Headers headers, Part root, Body body) {
        return new KindClassifier(raw, headers, root, body).kind();
    }

    private MessageKind kind() {
        if (root.mediaType().equals("multipart/report")) {
            return report();
        }
        if (isInvitation(root)) {
            return MessageKind.CALENDAR;
        }
        if (isBounce()) {
            return MessageKind.BOUNCE;
        }
        if (isReadReceipt()) {
            return MessageKind.RECEIPT;
        }
        if (isAutomatic()) {
            return automatic();
        }
        return isBulk() ? MessageKind.BULK : MessageKind.PERSON;
    }

    /// A report says itself what it reports (RFC 6522).
    private MessageKind report() {
        String type = root.type().get("report-type").toLowerCase(Locale.ROOT);
        if (type.equals("disposition-notification")
                || has(root, "message/disposition-notification")) {
            return MessageKind.RECEIPT;
        }
        if (type.equals("feedback-report") || has(root, "message/feedback-report")) {
            return MessageKind.BULK;
        }
        return AutomaticWords.saysDelivered(subject) ? MessageKind.RECEIPT : MessageKind.BOUNCE;
    }

    private static boolean has(Part part, String mediaType) {
        return part.mediaType().equals(mediaType)
                || part.children().stream().anyMatch(child -> has(child, mediaType));
    }

    private static boolean isInvitation(Part part) {
        boolean calendar = part.mediaType().equals("text/calendar");
        return (calendar && INVITING.contains(CalendarMethod.of(part)))
                || part.children().stream().anyMatch(KindClassifier::isInvitation);
    }

    private boolean isBounce() {
        if (raw.has("x-failed-recipients")) {
            return true;
        }
        String local =
                letters(
                        sender.substring(
                                0,
                                sender.indexOf('@') < 0 ? sender.length() : sender.indexOf('@')));
        boolean answer = !headers.inReplyTo().isEmpty() && AutomaticWords.isReply(subject);
        if (local.contains("mailerdaemon")
                || local.startsWith("maildelivery")
                || local.equals("mdaemon")) {
            return !answer && !AutomaticWords.saysAbsent(subject);
        }
        boolean postmaster = local.startsWith("postmaster");
        boolean machine =
                postmaster
                        || nullSender()
                        || autoSubmitted()
                        || sender.isEmpty()
                        || has(root, "message/delivery-status");
        boolean bySubject = AutomaticWords.saysUndelivered(subject);
        boolean byWords = AutomaticWords.saysUndeliveredInside(opening());
        return !answer
                && ((bySubject && (machine || byWords))
                        || (byWords && (postmaster || sender.isEmpty())));
    }

    /// `Post_Master` and `postmaster` are the same.
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private boolean nullSender() {
        return raw.find("return-path")
                .map(path -> path.replace(" ", "").equals("<>"))
                .orElse(false);
    }

    private boolean autoSubmitted() {
        String value = raw.first("auto-submitted").strip().toLowerCase(Locale.ROOT);
        return !value.isEmpty() && !value.startsWith("no");
    }

    private boolean isReadReceipt() {
        return has(root, "message/disposition-notification");
    }

    private boolean isAutomatic() {
        String precedence =
                raw.first("precedence").strip().toLowerCase(Locale.ROOT)
                        + raw.first("x-precedence").strip().toLowerCase(Locale.ROOT);
        return autoSubmitted()
                || raw.has("x-autoreply")
                || raw.has("x-autorespond")
                || raw.has("x-autoresponder")
                || raw.has("x-autoreply-from")
                || raw.has("x-mail-autoreply")
                || raw.first("x-autogenerated").toLowerCase(Locale.ROOT).startsWith("reply")
                || precedence.contains("auto_reply")
                || precedence.contains("auto-reply")
                || AutomaticWords.saysAutomatic(subject);
    }

    private MessageKind automatic() {
        boolean reply =
                raw.first("auto-submitted").toLowerCase(Locale.ROOT).contains("auto-replied")
                        || !autoSubmitted()
                        || AutomaticWords.saysAutomatic(subject);
        if (AutomaticWords.saysAbsent(subject)
                || (reply && AutomaticWords.saysAbsentInside(opening()))) {
            return MessageKind.OUT_OF_OFFICE;
        }
        return reply ? MessageKind.AUTO_REPLY : MessageKind.BULK;
    }

    private String opening() {
        String text = body.text();
        return text.substring(0, Math.min(text.length(), 1_500))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }

    /// Sent to many at once by nobody who waits for an answer. Through a discussion list persons
    /// write.
    private boolean isBulk() {
        String precedence = raw.first("precedence").strip().toLowerCase(Locale.ROOT);
        boolean listed =
                raw.has("list-id")
                        || raw.has("list-unsubscribe")
                        || raw.has("list-post")
                        || raw.has("mailing-list")
                        || precedence.equals("bulk")
                        || precedence.equals("list")
                        || precedence.equals("junk");
        boolean answers =
                !headers.inReplyTo().isEmpty()
                        || !headers.references().isEmpty()
                        || AutomaticWords.isReply(subject);
        if (isNobody()) {
            return true;
        }
        if (!listed) {
            return !answers
                    && (raw.has("feedback-id")
                            || raw.has("x-campaign")
                            || raw.has("x-campaignid")
                            || raw.has("x-mailgun-tag")
                            || offersUnsubscribing());
        }
        return !answers && !isDiscussion();
    }

    private boolean isNobody() {
        for (String word : NOBODY) {
            if (sender.startsWith(word)
                    || sender.contains("-" + word)
                    || sender.contains("." + word)) {
                return true;
            }
        }
        return false;
    }

    /// A list that takes posts: it says where to, or it is itself among those addressed.
    private boolean isDiscussion() {
        String post = raw.first("list-post").strip().toLowerCase(Locale.ROOT);
        if (!post.isEmpty()) {
            return !post.startsWith("no");
        }
        if (raw.first("mailing-list").toLowerCase(Locale.ROOT).startsWith("list ")) {
            return true;
        }
        String id = raw.first("list-id").toLowerCase(Locale.ROOT);
        boolean addressed =
                headers.to().stream().anyMatch(to -> isListAddress(id, to))
                        || headers.cc().stream().anyMatch(cc -> isListAddress(id, cc));
        return addressed && headers.to().stream().noneMatch(to -> to.address().equals(sender));
    }

    private static boolean isListAddress(String id, Address address) {
        return id.contains(address.address().replace('@', '.'));
    }

    private boolean offersUnsubscribing() {
        String own = body.newText();
        String end =
                own.substring(Math.max(0, own.length() - UNSUBSCRIBE_REACH))
                        .toLowerCase(Locale.ROOT);
        return AutomaticWords.offersUnsubscribing(end);
    }
}
