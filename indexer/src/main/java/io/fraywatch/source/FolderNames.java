package io.fraywatch.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// What mail programs call the folders whose mail nobody sent or keeps.
public final class FolderNames {
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "trash",
                    "deleted items",
                    "deleted messages",
                    "deleted",
                    "bin",
                    "papierkorb",
                    "gelöschte elemente",
                    "gelöschte objekte",
                    "corbeille",
                    "éléments supprimés",
                    "papelera",
                    "elementos eliminados",
                    "cestino",
                    "prullenbak",
                    "verwijderde items",
                    "lixeira",
                    "junk",
                    "spam",
                    "junk e-mail",
                    "junk mail",
                    "bulk mail",
                    "unerwünscht",
                    "indésirables",
                    "courrier indésirable",
                    "correo no deseado",
                    "posta indesiderata",
                    "ongewenste e-mail",
                    "drafts",
                    "draft",
                    "entwürfe",
                    "brouillons",
                    "borradores",
                    "bozze",
                    "concepten",
                    "rascunhos",
                    "templates",
                    "outbox",
                    "unsent messages");

    private FolderNames() {}

    /// Whether a folder or label of this name, its parents left out, holds deleted mail, junk or
    /// drafts. A leading backslash, as in the attribute `\\Drafts`, doesn't count.
    public static boolean isLeftOut(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return LEFT_OUT.contains(plain.startsWith("\\") ? plain.substring(1) : plain);
    }
}
