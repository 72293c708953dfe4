package io.fraywatch.source;

import io.fraywatch.mail.Location;

/// Takes in what a source hands over. Called from the source's own thread.
public interface Intake {
    /// Announces a folder and how many mails lie in it now; called once per folder and pull, before
    /// its mails.
    ///
    /// @param toFetch how many of them this pull is going to hand over
    void folder(String folder, long mails, long toFetch);

    /// Takes one mail; blocks while the queue behind is full.
    void accept(RawMail mail) throws InterruptedException;

    /// Sets one mail aside which the mailbox lists and won't give, after three tries.
    ///
    /// @param reason in plain words, without any of the mail's content
    void quarantine(Location location, String reason);

    /// Everything handed over so far may be committed together with this cursor. May block.
    void settled(Cursor cursor) throws InterruptedException;
}
