package io.fraywatch.source.maildir;

import io.fraywatch.source.maildir.Mark.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One folder on disk: the `cur` and `new` of a Maildir, or a directory of `.eml` files.
///
/// @param name as the user sees it, parents before a `/`
/// @param places the directories its mails lie in
/// @param suffix how the names of its mails end
record Folder(String name, List<Path> places, String suffix) {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// One mail's file.
    ///
    /// @param key its name without flags, which stays when other programs set flags
    /// @param came when it got its name and place, in nanoseconds since 1970
    /// @param modified its own time, in nanoseconds since 1970
    record Entry(String key, long hash, Path file, long size, long came, long modified) {
        Position position() {
            return new Position(modified, hash);
        }

        Instant time() {
            return Instant.ofEpochSecond(0, modified);
        }
    }

    static Folder maildir(String name, Path directory) {
        return new Folder(name, List.of(directory.resolve("new"), directory.resolve("cur")), "");
    }

    static Folder ofEmlFiles(String name, Path directory) {
        return new Folder(name, List.of(directory), ".eml");
    }

    /// The files by key, without looking at any.
    Map<String, Path> files() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Path place : places) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(place)) {
                for (Path file : stream) {
                    String name = file.getFileName().toString();
                    if (!name.startsWith(".") && name.endsWith(suffix)) {
                        files.put(key(name), file);
                    }
                }
            } catch (NoSuchFileException none) {
                // A Maildir may lack `new`.
            }
        }
        return files;
    }

    /// Count and sum of the hashes of all names: changes when a mail comes or goes, not when it
    /// gets a flag.
    static String fingerprint(Map<String, Path> files) {
        long sum = files.keySet().stream().mapToLong(Folder::hash).sum();
        return files.size() + "." + Long.toHexString(sum);
    }

    /// Looks at each file; those that vanished meanwhile or aren't plain files are left out.
    static List<Entry> entries(Map<String, Path> files) throws IOException {
        List<Entry> entries = new ArrayList<>(files.size());
        for (Map.Entry<String, Path> file : files.entrySet()) {
            entry(file.getKey(), file.getValue()).ifPresent(entries::add);
        }
        return entries;
    }

    private static Optional<Entry> entry(String key, Path file) throws IOException {
        try {
            Map<String, Object> seen =
                    Files.readAttributes(file, "unix:isRegularFile,size,ctime,lastModifiedTime");
            return Boolean.TRUE.equals(seen.get("isRegularFile"))
                            && seen.get("size") instanceof Long size
                    ? Optional.of(
                            new Entry(
                                    key,
                                    hash(key),
                                    file,
                                    size,
                                    nanos(seen.get("ctime")),
                                    nanos(seen.get("lastModifiedTime"))))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static long nanos(@org.jspecify.annotations.Nullable Object time) {
        return time instanceof FileTime at ? at.to(TimeUnit.NANOSECONDS) : 0;
    }

    private static String key(String fileName) {
        int flags = fileName.indexOf(":2,");
        return flags < 0 ? fileName : fileName.substring(0, flags);
    }

    /// FNV-1a, its bits mixed once more so that sums of it are even.
    private static long hash(String key) {
        long hash = FNV_BASIS;
        for (byte next : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * FNV_PRIME;
        }
        return hash ^ (hash >>> 29);
    }
}
