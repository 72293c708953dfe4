package io.fraywatch.store.lucene;

import io.fraywatch.mail.AccountName;
import io.fraywatch.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/// One of an account's indexes as its last commit shows it.
///
/// @param commit what the commit carries; empty when there is none that can be read
/// @param trouble why it can't be read
record Kept(
        Path folder, State state, Map<String, String> commit, Optional<StoreException> trouble) {
    /// What can be done with an index.
    enum State {
        /// Nothing was ever committed, be it that the first commit was cut short.
        EMPTY,
        CURRENT,
        /// Of an older version that can still be read.
        OLDER,
        /// Of a version that can't.
        FOREIGN,
        DAMAGED
    }

    /// One that is yet to be made there.
    static Kept empty(Path folder) {
        return new Kept(folder, State.EMPTY, Map.of(), Optional.empty());
    }

    /// All of an account's indexes, newest first.
    static List<Kept> all(AccountName account, Shelf shelf, Disk disk) throws IOException {
        List<Kept> all = new ArrayList<>();
        for (Path folder : shelf.newestFirst()) {
            all.add(of(account, folder, disk));
        }
        return all;
    }

    private static Kept of(AccountName account, Path folder, Disk disk) {
        try (Directory directory = disk.open(folder)) {
            Map<String, String> commit = SegmentInfos.readLatestCommit(directory).getUserData();
            if (!IndexFormat.isReadable(commit)) {
                return unreadable(folder, State.FOREIGN, IndexFormat.outdated(account, null));
            }
            State state = IndexFormat.isCurrent(commit) ? State.CURRENT : State.OLDER;
            return new Kept(folder, state, commit, Optional.empty());
        } catch (IndexNotFoundException e) {
            return empty(folder);
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            return unreadable(folder, State.FOREIGN, IndexFormat.outdated(account, e));
        } catch (IOException e) {
            return unreadable(folder, State.DAMAGED, damaged(account, e));
        }
    }

    private static Kept unreadable(Path folder, State state, StoreException trouble) {
        return new Kept(folder, state, Map.of(), Optional.of(trouble));
    }

    static StoreException damaged(AccountName account, IOException cause) {
        return new StoreException(
                "the index of account '"
                        + account
                        + "' can't be opened ("
                        + cause.getMessage()
                        + "); if the disk is sound, run `fraywatch rebuild` to build it anew from the mailbox",
                cause);
    }

    private boolean isReadable() {
        return state == State.CURRENT || state == State.OLDER;
    }

    /// Which of them a view shows: the newest that is whole, else the oldest that can be read,
    /// since a newer one is still being built; empty when nothing was ever committed.
    ///
    /// @throws StoreException if there are some and none can be read
    static Optional<Kept> shown(List<Kept> newestFirst) throws StoreException {
        Optional<Kept> whole =
                newestFirst.stream()
                        .filter(kept -> kept.isReadable() && IndexFormat.isWhole(kept.commit))
                        .findFirst();
        Optional<Kept> shown =
                whole.or(
                        () -> newestFirst.reversed().stream().filter(Kept::isReadable).findFirst());
        Optional<StoreException> trouble =
                newestFirst.stream().flatMap(kept -> kept.trouble.stream()).findFirst();
        if (shown.isEmpty() && trouble.isPresent()) {
            throw trouble.get();
        }
        return shown;
    }
}
