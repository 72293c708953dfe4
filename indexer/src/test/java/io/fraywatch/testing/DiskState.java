package io.fraywatch.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What lies below a directory: names, times and bytes, to be compared.
public final class DiskState {
    private DiskState() {}

    /// All mail files below a directory; a server's own index files are passed over.
    public static Map<String, String> of(Path root) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.contains("dovecot") && !name.contains("maildirfolder")) {
                    state.put(
                            name,
                            Files.getLastModifiedTime(file)
                                    + " "
                                    + Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
                }
            }
        }
        return state;
    }
}
