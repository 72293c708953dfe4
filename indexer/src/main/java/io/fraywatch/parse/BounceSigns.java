package io.fraywatch.parse;

/// Whether a mail that is no proper report (RFC 6522) still tells that another didn't arrive.
final class BounceSigns {
    private BounceSigns() {}

    static boolean showIn(Clues clues) {
        if (clues.raw().has("x-failed-recipients")) {
            return true;
        }
        boolean answer =
                !clues.headers().inReplyTo().isEmpty() && AutomaticWords.isReply(clues.subject());
        String local = letters(clues.local());
        boolean postmaster = local.startsWith("postmaster");
        boolean status = clues.has("message/delivery-status");
        if (local.contains("mailerdaemon")
                || local.startsWith("maildelivery")
                || local.equals("mdaemon")) {
            return !answer && !AutomaticWords.saysAbsent(clues.subject());
        }
        boolean bySubject = AutomaticWords.saysUndelivered(clues.subject());
        boolean byWords = AutomaticWords.saysUndeliveredInside(clues.opening());
        if (answer) {
            return postmaster && byWords;
        }
        boolean server = clues.raw().has("x-mlserver") || clues.raw().has("x-ml-info");
        boolean machine =
                postmaster
                        || status
                        || clues.hasNullSender()
                        || clues.sender().isEmpty()
                        || clues.header("auto-submitted").startsWith("auto");
        boolean nobody = BulkSigns.isNobody(clues.local());
        boolean namesSomebody = clues.opening().indexOf('@') >= 0;
        return (bySubject && (machine || (byWords && !isForward(clues) && namesSomebody)))
                || (byWords
                        && (postmaster
                                || server
                                || clues.sender().isEmpty()
                                || (nobody && isNotification(clues))));
    }

    /// A notification in JSON says what it is about.
    private static boolean isNotification(Clues clues) {
        return clues.own().startsWith("{\"notificationtype\"");
    }

    /// Whether it hands on a mail with a note; then the words are another's.
    private static boolean isForward(Clues clues) {
        return AutomaticWords.isReply(clues.subject());
    }

    /// `Post_Master` and `postmaster` are the same.
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
