package io.fraywatch.eval;

import io.fraywatch.mail.MailPart;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// KMail's mails, each with the tree of what its viewer shows (`.tree`).
///
/// Its viewer's tree follows conventions of its own; both trees are brought down to what remains:
///
/// - below Encrypted: it decrypts with the suite's keys, which we don't have
/// - below Text: it splits a text at PGP's frames; we tell the mail's protection
/// - Text, Html, Attachment, Cert: how a part is shown depends on its settings
/// - within EncapsulatedRfc822: the protection of a forwarded mail isn't that of the forwarding one
/// - `application/pgp-encrypted` in a mixture: the two parts that a server tore apart are one
/// - List within List: it takes Mailman 1's digests apart, which aren't MIME; left out
final class KdeSuite {
    private static final String PACK = "2-mime/kde-messagelib-22.12";
    private static final String ENCRYPTED = "encrypted";
    private static final String SIGNED = "signed";
    private static final String LEAF = "leaf";

    private KdeSuite() {}

    static List<Figure> figures(Corpora corpora) throws IOException {
        int mails = 0;
        int trees = 0;
        int protections = 0;
        for (Path tree : corpora.files(PACK)) {
            if (tree.toString().endsWith(".tree") && !isMailmanDigest(tree)) {
                String name = tree.getFileName().toString().replace(".tree", "");
                ParsedMail mail = Mime.parsed(tree.resolveSibling(name));
                List<Node> shown = nodes(Files.readAllLines(tree));
                List<Node> theirs = folded(shown);
                List<Node> ours = new ArrayList<>();
                fold(mail.structure().parts(), 0, 0, mail.structure().protection(), ours);
                mails++;
                trees += ours.equals(theirs) ? 1 : 0;
                protections += mail.structure().protection() == protection(shown) ? 1 : 0;
                if (!ours.equals(theirs)) {
                    Measure.miss(name + ": " + ours + " for " + theirs);
                }
                if (mail.structure().protection() != protection(shown)) {
                    Measure.miss(name + ": " + mail.structure().protection() + " for " + shown);
                }
            }
        }
        return List.of(
                Figure.atLeast(
                        "tree of parts as expected",
                        mails + " mails of KMail",
                        Figure.share(trees, mails),
                        1),
                Figure.atLeast(
                        "signed or encrypted, as expected",
                        mails + " mails of KMail",
                        Figure.share(protections, mails),
                        1));
    }

    private static boolean isMailmanDigest(Path tree) throws IOException {
        return Files.readString(tree).lastIndexOf("MessagePartList")
                > "* MimeTreeParser::".length() + 1;
    }

    private record Node(int depth, String kind) {}

    private static List<Node> nodes(List<String> lines) {
        List<Node> nodes = new ArrayList<>();
        for (String line : lines) {
            int star = line.indexOf('*');
            String name = line.substring(line.lastIndexOf(':') + 1).replace("MessagePart", "");
            if (star > 1 && !name.isEmpty()) {
                nodes.add(new Node(star - 2, name));
            }
        }
        return nodes;
    }

    private static List<Node> folded(List<Node> shown) {
        List<Node> nodes = new ArrayList<>();
        int within = Integer.MAX_VALUE;
        for (Node node : shown) {
            if (node.depth > within) {
                continue;
            }
            within = Integer.MAX_VALUE;
            String kind =
                    switch (node.kind) {
                        case "Encrypted" -> ENCRYPTED;
                        case "Signed" -> SIGNED;
                        case "Alternative" -> "alternative";
                        case "EncapsulatedRfc822" -> "enclosed";
                        case "Mime", "List" -> "mixed";
                        default -> LEAF;
                    };
            if (kind.equals(ENCRYPTED) || kind.equals(LEAF)) {
                within = node.depth;
            }
            nodes.add(new Node(node.depth, kind));
        }
        return nodes;
    }

    private static Protection protection(List<Node> shown) {
        Protection protection = Protection.NONE;
        int enclosed = Integer.MAX_VALUE;
        for (Node node : shown) {
            if (node.depth > enclosed) {
                continue;
            }
            enclosed = node.kind.equals("EncapsulatedRfc822") ? node.depth : Integer.MAX_VALUE;
            protection =
                    switch (node.kind) {
                        case "Encrypted" -> Protection.ENCRYPTED;
                        case "Signed" -> protection.and(Protection.SIGNED);
                        default -> protection;
                    };
        }
        return protection;
    }

    /// Adds the part at `at` and those within it; returns where the next one stands.
    private static int fold(
            List<MailPart> parts, int at, int depth, Protection protection, List<Node> out) {
        MailPart part = parts.get(at);
        boolean cms = part.type().endsWith("pkcs7-mime") || part.name().endsWith(".p7m");
        boolean opened = at + 1 < parts.size() && parts.get(at + 1).depth() > part.depth();
        String kind =
                switch (part.type()) {
                    case "multipart/alternative" -> "alternative";
                    case "multipart/encrypted" ->
                            protection == Protection.ENCRYPTED || depth > 0 ? ENCRYPTED : "mixed";
                    case "multipart/signed" -> protection == Protection.NONE ? "mixed" : SIGNED;
                    case "application/pgp-encrypted", "text/pgp" ->
                            protection == Protection.ENCRYPTED ? ENCRYPTED : LEAF;
                    case "message/rfc822" -> "enclosed";
                    case String type when type.startsWith("multipart/") -> "mixed";
                    default ->
                            cms && opened
                                    ? SIGNED
                                    : cms && protection == Protection.ENCRYPTED ? ENCRYPTED : LEAF;
                };
        out.add(new Node(depth, kind));
        boolean within = kind.equals(SIGNED) || kind.equals("mixed") || kind.equals("enclosed");
        int next = at + 1;
        boolean first = true;
        while (next < parts.size() && parts.get(next).depth() > part.depth()) {
            boolean shown = within && (first || !kind.equals(SIGNED));
            boolean torn = parts.get(next).type().equals("application/pgp-encrypted");
            next = fold(parts, next, depth + 1, protection, shown ? out : new ArrayList<>());
            next += torn && next < parts.size() && parts.get(next).depth() > part.depth() ? 1 : 0;
            first = false;
        }
        return next;
    }
}
