package io.fraywatch.store.lucene;

import io.fraywatch.mail.AccountName;
import io.fraywatch.store.StoreBusyException;
import io.fraywatch.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;

/// Keeps a second writer of an account out, in this process or another.
///
/// The operating system holds the lock `writer.lock` and lets go of it when its process dies.
/// Beside it, `writer.pid` says who has it; left behind by a dead process it is harmless.
final class AccountLock implements AutoCloseable {
    private static final String LOCK = "writer.lock";
    private static final String HOLDER = "writer.pid";

    private final FSDirectory directory;
    private final Lock lock;

    private AccountLock(FSDirectory directory, Lock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static AccountLock acquire(Path home, AccountName account) throws StoreException {
        try {
            Files.createDirectories(home);
            FSDirectory directory = FSDirectory.open(home, NativeFSLockFactory.INSTANCE);
            try {
                AccountLock held = new AccountLock(directory, directory.obtainLock(LOCK));
                sign(home);
                return held;
            } catch (LockObtainFailedException e) {
                directory.close();
                throw new StoreBusyException(
                        "account '"
                                + account
                                + "' is being written to by "
                                + holder(home)
                                + "; wait until it is done, or stop it");
            }
        } catch (IOException e) {
            throw new StoreException(
                    "the folder "
                            + home
                            + " of account '"
                            + account
                            + "' can't be written to: "
                            + e.getMessage()
                            + "; see that the disk has room and that the folder is yours",
                    e);
        }
    }

    private static void sign(Path home) {
        try {
            Files.writeString(home.resolve(HOLDER), self());
        } catch (IOException unsigned) {
            // The disk may be full. Then whoever is kept out hears of "another process".
        }
    }

    private static String self() {
        ProcessHandle process = ProcessHandle.current();
        return "process "
                + process.pid()
                + process.info().startInstant().map(start -> ", running since " + start).orElse("");
    }

    private static String holder(Path home) {
        try {
            String holder = Files.readString(home.resolve(HOLDER)).strip();
            return holder.isEmpty() ? "another process" : holder;
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() {
        try (directory) {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(
                    "the lock in " + directory.getDirectory() + " can't be released", e);
        }
    }
}
