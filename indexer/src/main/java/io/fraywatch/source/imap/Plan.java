package io.fraywatch.source.imap;

import io.fraywatch.mail.Location;
import java.util.List;

/// What a pull has to do about one folder.
///
/// @param lane the mails to fetch
/// @param gone places whose mail vanished, by the server's word
record Plan(FolderState state, Lane lane, List<Location> gone) {
    Plan {
        gone = List.copyOf(gone);
    }
}
