package io.fraywatch.source.imap;

import io.fraywatch.source.RawMail;
import io.fraywatch.source.imap.Lane.Batch;
import io.fraywatch.source.imap.Lane.Mail;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.UID;

/// How mails are asked for, and read out of what a FETCH brings.
final class Bodies {
    private Bodies() {}

    /// What to ask for, in parentheses and behind a space.
    ///
    /// @param body the body or a part of it
    static String items(ImapConnection connection, String body) {
        return " (UID INTERNALDATE" + ProviderItems.toAskFor(connection) + " " + body + ")";
    }

    /// A mail as it came.
    static RawMail mail(Batch batch, Mail mail, FetchResponse answer, byte[] content) {
        ProviderItems provider = ProviderItems.of(answer);
        return new RawMail(
                batch.location(mail),
                Optional.ofNullable(answer.getItem(INTERNALDATE.class))
                        .map(INTERNALDATE::getDate)
                        .map(Date::toInstant),
                content,
                provider.id(),
                provider.thread(),
                provider.labels());
    }

    /// The bytes of the body or of the part of it that was asked for; empty when none came.
    static byte[] content(FetchResponse answer) {
        return Optional.ofNullable(answer.getItem(BODY.class))
                .map(BODY::getByteArray)
                .map(ByteArray::getNewBytes)
                .orElse(new byte[0]);
    }

    /// The UID an answer speaks of; -1 for any other answer.
    static long uid(Response answer) {
        return answer instanceof FetchResponse fetched
                ? Optional.ofNullable(fetched.getItem(UID.class)).map(uid -> uid.uid).orElse(-1L)
                : -1;
    }
}
