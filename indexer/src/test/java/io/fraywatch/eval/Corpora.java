package io.fraywatch.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The packs of real mail beside the project, unpacked once into `target/corpora`.
public final class Corpora {
    private static final Path UNPACKED = Path.of("target/corpora");

    private final Path folder;

    private Corpora(Path folder) {
        this.folder = folder;
    }

    /// The packs in `-Dfraywatch.corpora=FOLDER`, else in `shared/corpora` beside the checkout;
    /// empty where there are none.
    public static Optional<Corpora> find() {
        String named = System.getProperty("fraywatch.corpora", "../../shared/corpora");
        Path folder = Path.of(named);
        return Files.isDirectory(folder) ? Optional.of(new Corpora(folder)) : Optional.empty();
    }

    /// A file that isn't packed.
    ///
    /// @param name its path among the packs, such as `3-reply-zones/talon-pairs.jsonl`
    public Path file(String name) {
        return folder.resolve(name);
    }

    /// The folder that a pack unpacks into.
    ///
    /// @param name its path among the packs without `.tar.xz`, such as `2-mime/gmime-3.2.13`
    public Path pack(String name) throws IOException {
        Path target = UNPACKED.resolve(name);
        if (!Files.isDirectory(target)) {
            Path fresh = target.resolveSibling(target.getFileName() + ".part");
            Files.createDirectories(fresh);
            run("tar", "-xJf", folder.resolve(name + ".tar.xz").toString(), "-C", fresh.toString());
            Files.move(fresh, target);
        }
        return target;
    }

    /// The text of a single file packed by xz.
    ///
    /// @param name its path among the packs without `.xz`
    public Path unpacked(String name) throws IOException {
        Path target = UNPACKED.resolve(name);
        if (!Files.exists(target)) {
            Files.createDirectories(target.resolveSibling(""));
            Path fresh = target.resolveSibling(target.getFileName() + ".part");
            ProcessBuilder xz =
                    new ProcessBuilder("xz", "-dc", folder.resolve(name + ".xz").toString());
            finish(xz.redirectOutput(fresh.toFile()), name);
            Files.move(fresh, target);
        }
        return target;
    }

    /// All files of a pack, by name.
    public List<Path> files(String pack) throws IOException {
        try (Stream<Path> walk = Files.walk(pack(pack))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void run(String... command) throws IOException {
        finish(new ProcessBuilder(command), String.join(" ", command));
    }

    private static void finish(ProcessBuilder builder, String what) throws IOException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        what + " can't be unpacked: exit status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking " + what, e);
        }
    }
}
