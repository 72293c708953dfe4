package io.fraywatch.source.imap;

import org.eclipse.angus.mail.imap.protocol.Status;

/// Where a folder stands, as STATUS tells it without opening it.
///
/// @param uidNext the UID the next mail gets; less than 1 where the server doesn't tell
/// @param mails how many mails lie in it
/// @param modSeq the number of its last change (RFC 7162); 0 where the server doesn't count them
record FolderState(String folder, long uidValidity, long uidNext, long mails, long modSeq) {
    static FolderState of(String folder, Status status) {
        return new FolderState(
                folder,
                status.uidvalidity,
                status.uidnext,
                Math.max(status.total, 0),
                Math.max(status.highestmodseq, 0));
    }

    /// Whether the server tells which UID comes next.
    boolean tellsNext() {
        return uidNext > 0;
    }

    /// The same with the next UID as a listing shows it.
    FolderState next(long uid) {
        return new FolderState(folder, uidValidity, uid, mails, modSeq);
    }
}
