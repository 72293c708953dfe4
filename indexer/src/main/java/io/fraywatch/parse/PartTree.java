package io.fraywatch.parse;

import io.fraywatch.mail.MailPart;
import java.util.ArrayList;
import java.util.List;

/// The tree of parts as others may see it.
final class PartTree {
    private PartTree() {}

    /// Each part before the parts within it.
    static List<MailPart> of(Part root) {
        List<MailPart> parts = new ArrayList<>();
        add(root, 0, parts);
        return parts;
    }

    private static void add(Part part, int depth, List<MailPart> parts) {
        parts.add(new MailPart(depth, part.mediaType(), part.fileName(), part.size()));
        part.children().forEach(child -> add(child, depth + 1, parts));
        part.enclosed().ifPresent(mail -> add(mail, depth + 1, parts));
    }
}
