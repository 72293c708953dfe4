package io.fraywatch.source.imap;

import io.fraywatch.source.imap.Lane.Mail;
import java.util.Collection;
import java.util.StringJoiner;

/// Writes UIDs as a sequence set (RFC 9051 §9), runs shortened to ranges.
final class UidSet {
    private UidSet() {}

    static String of(Collection<Mail> mails) {
        long[] uids = mails.stream().mapToLong(Mail::uid).sorted().toArray();
        StringJoiner set = new StringJoiner(",");
        int from = 0;
        for (int i = 1; i <= uids.length; i++) {
            if (i == uids.length || uids[i] != uids[i - 1] + 1) {
                set.add(from == i - 1 ? "" + uids[from] : uids[from] + ":" + uids[i - 1]);
                from = i;
            }
        }
        return set.toString();
    }
}
