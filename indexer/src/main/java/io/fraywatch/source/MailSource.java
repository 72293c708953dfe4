package io.fraywatch.source;

import io.fraywatch.mail.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A mailbox we can read. Implementations never change the mailbox: no flags, no moves, no deletes.
///
/// One thread at a time. Every wait on the network has a deadline.
public interface MailSource extends AutoCloseable {
    /// Hands over every mail that `from` hasn't settled yet, each at least once and newest first
    /// where history is long, then returns. Calls [Intake#settled] as it goes, so that an
    /// interrupted pull goes on from there.
    ///
    /// @throws SourceException if the mailbox can't be reached or refuses us; its remedy says what
    ///   to do
    void pull(Cursor from, Intake intake) throws SourceException, InterruptedException;

    /// Hands over these mails once more, wherever a cursor stands: each is accepted, or set aside
    /// again. One that is neither no longer lies there. Settles nothing.
    ///
    /// @throws SourceException if the mailbox can't be reached or refuses us
    void refetch(Set<Location> places, Intake intake) throws SourceException, InterruptedException;

    /// Lists what lies in one folder now, in no particular order.
    ///
    /// @throws SourceException if the mailbox can't be reached or refuses us
    void list(String folder, Consumer<Listed> each) throws SourceException;

    /// Names the folders a pull reads, in the order it reads them.
    ///
    /// @throws SourceException if the mailbox can't be reached or refuses us
    List<String> folders() throws SourceException;

    /// The addresses that the provider knows as the user's own, where it tells them.
    ///
    /// @throws SourceException if the mailbox can't be reached or refuses us
    default List<String> ownAddresses() throws SourceException {
        return List.of();
    }

    /// How the mailbox tells what changed, as seen when this source last reached it; empty before.
    default Optional<Tier> tier() {
        return Optional.of(Tier.FILES);
    }

    /// Begins to listen for changes, so that a pass needn't wait for its turn. Not all folders need
    /// be listened to, and what happened before goes unheard.
    ///
    /// @return empty where a mailbox can't tell of changes
    /// @throws SourceException if the mailbox can't be reached or refuses us
    default Optional<Watch> watch() throws SourceException {
        return Optional.empty();
    }

    @Override
    void close();

    /// One mail as a folder's listing shows it.
    ///
    /// @param size bytes as the mailbox counts them, -1 when it doesn't say
    record Listed(Location location, long size) {}
}
