package io.fraywatch.source.maildir;

import io.fraywatch.source.FolderNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// Finds the folders below a directory. Drafts, junk and deleted mail are left out: nobody sent or
/// keeps those.
final class FolderTree {
    private static final int DEEPEST = 8;
    private static final Set<String> INSIDE = Set.of("cur", "new", "tmp");

    private final List<Folder> found = new ArrayList<>();

    private FolderTree() {}

    /// All folders at and below a directory, INBOX first, the others by name.
    static List<Folder> below(Path root) throws IOException {
        FolderTree tree = new FolderTree();
        tree.visit(root, "", 0);
        return List.copyOf(tree.found);
    }

    private void visit(Path directory, String name, int depth) throws IOException {
        List<Path> children = new ArrayList<>();
        boolean emlFiles = false;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path child : stream) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    children.add(child);
                } else {
                    emlFiles |= child.getFileName().toString().endsWith(".eml");
                }
            }
        }
        String shown = name.isEmpty() ? "INBOX" : name;
        if (Files.isDirectory(directory.resolve("cur"))) {
            found.add(Folder.maildir(shown, directory));
        } else if (emlFiles) {
            found.add(Folder.ofEmlFiles(shown, directory));
        }
        if (depth < DEEPEST) {
            children.sort(null);
            for (Path child : children) {
                descend(child, name, depth);
            }
        }
    }

    private void descend(Path child, String parent, int depth) throws IOException {
        String file = child.getFileName().toString();
        boolean plusPlus = file.startsWith(".");
        if (INSIDE.contains(file) || (plusPlus && !Files.isDirectory(child.resolve("cur")))) {
            return;
        }
        String own = plusPlus ? decode(file.substring(1).replace('.', '/')) : file;
        String leaf = own.substring(own.lastIndexOf('/') + 1);
        if (!FolderNames.isLeftOut(leaf)) {
            visit(child, parent.isEmpty() ? own : parent + "/" + own, depth + 1);
        }
    }

    /// Modified UTF-7 (RFC 3501 §5.1.3) to text; what isn't it stays as it is.
    static String decode(String name) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            int end = name.charAt(at) == '&' ? name.indexOf('-', at) : -1;
            if (end < 0) {
                text.append(name.charAt(at++));
            } else {
                text.append(end == at + 1 ? "&" : shifted(name.substring(at + 1, end)));
                at = end + 1;
            }
        }
        return text.toString();
    }

    private static String shifted(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.replace(',', '/'));
            return new String(bytes, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException notShifted) {
            return "&" + base64 + "-";
        }
    }
}
