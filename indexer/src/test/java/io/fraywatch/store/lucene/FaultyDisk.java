package io.fraywatch.store.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NoLockFactory;

/// A real disk on which the n-th fsync goes wrong. Counts the first fsync of each file, since
/// Lucene asks again for what is durable already, and those of the folder itself.
final class FaultyDisk implements Disk {
    /// What happens then.
    enum Fault {
        /// The process is killed: nothing more is read, written or tidied up; what was written
        /// stays.
        KILL,
        /// The disk says EIO and loses what it was to make durable; after that it works again.
        EIO
    }

    private final Fault fault;
    private final Set<Path> durable = new HashSet<>();
    private int left;
    private boolean struck;

    /// @param left at which fsync, counted from 1; a large number for never
    FaultyDisk(Fault fault, int left) {
        this.fault = fault;
        this.left = left;
    }

    /// Whether the fault came to pass.
    synchronized boolean struck() {
        return struck;
    }

    @Override
    public Directory open(Path folder) throws IOException {
        return new Faulty(folder, FSDirectory.open(folder, NoLockFactory.INSTANCE));
    }

    private synchronized void alive() throws IOException {
        if (struck && fault == Fault.KILL) {
            throw new IOException("killed");
        }
    }

    private synchronized boolean strikes() throws IOException {
        alive();
        left--;
        struck |= left == 0;
        return left == 0;
    }

    private final class Faulty extends FilterDirectory {
        private final Path folder;

        Faulty(Path folder, Directory disk) {
            super(disk);
            this.folder = folder;
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            for (String name : names) {
                Path file = folder.resolve(name);
                if (!durable.contains(file) && strikes()) {
                    if (fault == Fault.EIO) {
                        lose(file);
                    }
                    throw new IOException("Input/output error");
                }
                super.sync(Set.of(name));
                durable.add(file);
            }
        }

        @Override
        public void syncMetaData() throws IOException {
            if (strikes()) {
                throw new IOException("Input/output error");
            }
            super.syncMetaData();
        }

        /// Linux drops the pages it couldn't write, and the next fsync says that all is well.
        private static void lose(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate((int) Files.size(file)), 0);
            }
        }

        @Override
        public void deleteFile(String name) throws IOException {
            alive();
            durable.remove(folder.resolve(name));
            super.deleteFile(name);
        }

        @Override
        public void rename(String source, String dest) throws IOException {
            alive();
            super.rename(source, dest);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            alive();
            return super.createOutput(name, context);
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
                throws IOException {
            alive();
            return super.createTempOutput(prefix, suffix, context);
        }

        @Override
        public IndexInput openInput(String name, IOContext context) throws IOException {
            alive();
            return super.openInput(name, context);
        }
    }
}
