package io.fraywatch.mail;

import java.util.List;

/// What the user decided about which mails belong together. It names mails by their ids, which stay
/// the same when the index is built anew.
public sealed interface Decision {
    /// The mail that was decided about.
    MailId mail();

    /// All mails it names.
    default List<MailId> mails() {
        return switch (this) {
            case Split split -> List.of(split.mail());
            case Merge merge -> List.of(merge.mail(), merge.with());
        };
    }

    /// This mail and all that answers it, directly or not, are a conversation of their own.
    record Split(MailId mail) implements Decision {}

    /// The conversations that hold these two mails are one.
    ///
    /// @param mail the one that was put to the other
    record Merge(MailId mail, MailId with) implements Decision {
        public Merge {
            if (mail.equals(with)) {
                throw new IllegalArgumentException("mail " + mail + " can't be merged with itself");
            }
        }
    }
}
