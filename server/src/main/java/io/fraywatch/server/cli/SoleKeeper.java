package io.fraywatch.server.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Sees that one process at a time keeps the mailboxes of a data directory in sync.
///
/// The operating system holds the lock `keeper.lock` and lets go of it when its process dies.
/// Beside it, `keeper.pid` says who has it; left behind by a dead process it is harmless. Commands
/// that read, or that take down what the user decided, need no lock.
final class SoleKeeper implements AutoCloseable {
    private static final String LOCK = "keeper.lock";
    private static final String HOLDER = "keeper.pid";

    private final FileChannel channel;

    private SoleKeeper(FileChannel channel) {
        this.channel = channel;
    }

    /// @param command what this process does, for whoever is kept out
    /// @throws Failure if another process does so already; the message names it
    static SoleKeeper of(Path dataDir, String command) throws Failure {
        try {
            Files.createDirectories(dataDir);
            FileChannel channel =
                    FileChannel.open(
                            dataDir.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel).isEmpty()) {
                channel.close();
                throw taken(dataDir);
            }
            sign(dataDir, command);
            return new SoleKeeper(channel);
        } catch (IOException e) {
            throw new Failure(
                    Exit.FAILED,
                    "the folder "
                            + dataDir
                            + " can't be written to ("
                            + e.getMessage()
                            + "); see that the disk has room and that the folder is yours, or name another 'dataDir'");
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException withinThisProcess) {
            return Optional.empty();
        }
    }

    private static Failure taken(Path dataDir) {
        String holder;
        try {
            holder = Files.readString(dataDir.resolve(HOLDER)).strip();
        } catch (IOException unknown) {
            holder = "";
        }
        return new Failure(
                Exit.FAILED,
                "the mailboxes in "
                        + dataDir
                        + " are being kept in sync by "
                        + (holder.isEmpty() ? "another process" : holder)
                        + " already; wait until it is done or stop it, or name another 'dataDir'");
    }

    private static void sign(Path dataDir, String command) {
        try {
            Files.writeString(
                    dataDir.resolve(HOLDER),
                    "process " + ProcessHandle.current().pid() + " (fraywatch " + command + ")");
        } catch (IOException unsigned) {
            // The disk may be full. Then whoever is kept out hears of "another process".
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(
                    "the lock of the data directory can't be released", e);
        }
    }
}
