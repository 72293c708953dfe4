package io.fraywatch.server.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes a file so that a crash leaves either the old or the new one, never half of one.
final class SafeFile {
    private SafeFile() {}

    /// Writes a fresh file with the permissions of another and waits until it is on disk.
    static void write(Path fresh, String text, Path like) throws IOException {
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(like));
    }

    /// Puts the fresh file in the place of the old one, a copy of which stays as `NAME.bak`.
    ///
    /// @param old what the fresh text was made of
    /// @return the copy
    /// @throws IOException also if the file holds something else by now; it is left as it is then
    static Path replace(Path file, Path fresh, String old) throws IOException {
        if (!Files.readString(file).equals(old)) {
            throw new IOException(
                    file
                            + " was changed by somebody else meanwhile; nothing was written, try"
                            + " again");
        }
        Path backup = file.resolveSibling(file.getFileName() + ".bak");
        Files.copy(
                file,
                backup,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return backup;
    }
}
