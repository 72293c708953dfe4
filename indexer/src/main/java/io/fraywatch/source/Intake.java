package io.fraywatch.source;

import io.fraywatch.mail.Location;
import java.util.Set;

/// Takes in what a source hands over. Called from the source's own thread.
public interface Intake {
    /// The count of a folder whose source tells each removal by [#gone].
    long UNCOUNTED = -1;

    /// The places in a folder that are known already, in the index or in quarantine, so that a
    /// source that has only a listing to go by needs not fetch them again.
    Set<Location> known(String folder);

    /// Knows mails again that moved.
    ///
    /// @param left places known that no longer hold their mail
    default Recogniser recogniser(Set<Location> left) {
        return seen -> Set.of();
    }

    /// Announces a folder and how many mails lie in it now; called once per folder and pull, before
    /// its mails.
    ///
    /// @param mails how many, or [#UNCOUNTED]
    /// @param toFetch how many of them this pull is going to hand over
    void folder(String folder, long mails, long toFetch);

    /// Says that a folder can't be read now, while all others are: what was known of it stands.
    ///
    /// @param why a sentence's worth, without the full stop
    default void shut(String folder, String why) {
        folder(folder, UNCOUNTED, 0);
    }

    /// Takes one mail; blocks while the queue behind is full.
    void accept(RawMail mail) throws InterruptedException;

    /// Sets one mail aside which the mailbox lists and won't give, after three tries.
    ///
    /// @param reason in plain words, without any of the mail's content
    void quarantine(Location location, String reason);

    /// Says that a mail no longer lies there; it may never have been known.
    void gone(Location location);

    /// Everything handed over so far may be committed together with this cursor. May block.
    void settled(Cursor cursor) throws InterruptedException;
}
