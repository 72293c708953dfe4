package io.fraywatch.server.cli;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.Intake;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.SourceException;
import io.fraywatch.source.mbox.MboxSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Finds the mails in files named on the command line: single mails, mbox files, Maildirs, folders
/// of any of these.
final class MailFiles {
    /// What is behind this of one mail isn't read; the parser says so.
    private static final int LONGEST_MAIL = 51 << 20;

    private static final byte[] MBOX_BEGINS = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> MAILDIR = Set.of("cur", "new");

    private MailFiles() {}

    /// Hands over every mail with the name of where it lies; `#` and its offset follow where a file
    /// holds several.
    static void read(Path path, BiConsumer<String, byte[]> each)
            throws IOException, SourceException, InterruptedException {
        if (Files.isDirectory(path)) {
            for (Path file : below(path)) {
                readFile(file, file.toString(), each);
            }
        } else {
            readFile(path, path.toString(), each);
        }
    }

    /// Likewise of a stream.
    static void read(InputStream in, BiConsumer<String, byte[]> each)
            throws IOException, SourceException, InterruptedException {
        Path copy = Files.createTempFile("fraywatch-parse", ".mail");
        try {
            Files.write(copy, in.readAllBytes());
            readFile(copy, "-", each);
        } finally {
            Files.delete(copy);
        }
    }

    /// In a Maildir the mails of all its folders, elsewhere every file; by name.
    private static List<Path> below(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> mails = files.stream().filter(MailFiles::inMaildir).toList();
        return mails.isEmpty() ? files : mails;
    }

    private static boolean inMaildir(Path file) {
        Path folder = file.getParent();
        return folder != null
                && folder.getFileName() != null
                && MAILDIR.contains(folder.getFileName().toString());
    }

    private static void readFile(Path file, String name, BiConsumer<String, byte[]> each)
            throws IOException, SourceException, InterruptedException {
        boolean mbox;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(MBOX_BEGINS.length);
            mbox = Arrays.equals(begin, MBOX_BEGINS);
        }
        if (mbox) {
            try (MboxSource source = new MboxSource(file)) {
                source.pull(Cursor.START, new Handing(name, each));
            }
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                each.accept(name, in.readNBytes(LONGEST_MAIL));
            }
        }
    }

    /// Passes on what an mbox holds.
    private record Handing(String file, BiConsumer<String, byte[]> each) implements Intake {
        @Override
        public Set<Location> known(String folder) {
            return Set.of();
        }

        @Override
        public void folder(String folder, long mails, long toFetch) {}

        @Override
        public void gone(Location location) {}

        @Override
        public void accept(RawMail mail) {
            each.accept(file + "#" + mail.location().key(), mail.bytes());
        }

        @Override
        public void quarantine(Location location, String reason) {
            each.accept(file + "#" + location.key(), new byte[0]);
        }

        @Override
        public void settled(Cursor cursor) {}
    }
}
