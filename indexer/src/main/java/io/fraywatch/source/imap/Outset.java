package io.fraywatch.source.imap;

import java.util.Optional;

/// Where a folder stands and how far it was read.
///
/// @param mark how far; empty for a folder that has to be read from nothing
record Outset(FolderState state, Optional<FolderMark> mark) {
    /// A mark holds only while the folder's UIDs mean what they meant, and go on rising.
    static Outset of(FolderState state, Optional<FolderMark> known) {
        return new Outset(
                state,
                known.filter(mark ->
                        mark.uidValidity() == state.uidValidity()
                                && mark.high() < state.uidNext()));
    }

    FolderMark markOrFresh() {
        return mark.orElse(FolderMark.fresh(state.uidValidity(), state.uidNext()));
    }

    /// Whether mails may lie there that were never seen.
    boolean hasNews() {
        return mark.isEmpty() ? state.mails() > 0 : mostNew() > 0;
    }

    /// How many mails can have come since at the most.
    long mostNew() {
        return mark.map(m -> state.uidNext() - 1 - m.high()).orElse(state.mails());
    }

    /// Whether the server can be asked what vanished, and something may have.
    boolean mayAskWhatVanished() {
        return mark.filter(m -> m.modSeq() > 0 && m.modSeq() != state.modSeq()).isPresent();
    }

    /// Whether the server would have told that anything vanished.
    boolean knowsWhatVanished() {
        return mark.filter(m -> m.modSeq() > 0).isPresent();
    }
}
