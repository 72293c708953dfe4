package io.fraywatch.store.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folders of one account's indexes: `index`, and while another is built to take its place
/// `index.2`, then `index.3` and so on.
///
/// @param home the account's own folder
record Shelf(Path home) {
    private static final String FIRST = "index";
    private static final Pattern LATER = Pattern.compile("index\\.[1-9][0-9]{0,8}");

    List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(home)) {
            return all.filter(folder -> number(folder) > 0)
                    .sorted(Comparator.comparingInt(Shelf::number).reversed())
                    .toList();
        }
    }

    /// The place of an index newer than all there are.
    Path next() throws IOException {
        List<Path> folders = newestFirst();
        return folders.isEmpty()
                ? home.resolve(FIRST)
                : home.resolve(FIRST + "." + (number(folders.getFirst()) + 1));
    }

    void deleteAllBut(Path kept) throws IOException {
        for (Path folder : newestFirst()) {
            if (!folder.equals(kept)) {
                delete(folder);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            // Gone is what it should be.
        }
    }

    /// Which index a folder holds, counted from 1; 0 if it isn't one.
    private static int number(Path folder) {
        String name = folder.getFileName().toString();
        if (name.equals(FIRST)) {
            return 1;
        }
        return LATER.matcher(name).matches()
                ? Integer.parseInt(name.substring(FIRST.length() + 1))
                : 0;
    }
}
