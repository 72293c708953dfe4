package io.fraywatch.source.imap;

import io.fraywatch.source.FolderNames;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/// Chooses which folders to read: INBOX, Sent and Archive by their special use (RFC 6154), else by
/// the names that mail programs give them; at Gmail All Mail, which holds all three.
final class FolderFinder {
    private static final Set<String> ARCHIVE =
            Set.of(
                    "archive",
                    "archives",
                    "archived",
                    "archiv",
                    "archivierte elemente",
                    "archivées",
                    "archivo",
                    "archivados",
                    "arquivo",
                    "arquivados",
                    "archivio",
                    "archief",
                    "arkiv",
                    "arkisto",
                    "archiwum",
                    "archív",
                    "архив",
                    "архів",
                    "arşiv",
                    "アーカイブ",
                    "存档",
                    "归档",
                    "封存",
                    "보관");
    private static final Set<String> PARENTS = Set.of("", "inbox", "[gmail]", "[google mail]");

    private FolderFinder() {}

    /// The names of the folders to read, INBOX first, then Sent, then Archive, then those asked for
    /// by name.
    ///
    /// @param gmail whether the server is Gmail's
    /// @param alsoRead names asked for; a `*` at the end stands for any rest
    static List<String> choose(List<ListInfo> folders, boolean gmail, Collection<String> alsoRead) {
        Set<String> chosen = new LinkedHashSet<>();
        if (gmail) {
            chosen.addAll(with(folders, "\\All"));
        }
        if (chosen.isEmpty()) {
            chosen.addAll(inbox(folders));
            chosen.addAll(either(folders, "\\Sent", FolderNames.SENT));
            for (String archive : either(folders, "\\Archive", ARCHIVE)) {
                chosen.add(archive);
                chosen.addAll(below(folders, archive));
            }
        }
        for (String asked : alsoRead) {
            folders.stream()
                    .map(folder -> folder.name)
                    .filter(name -> matches(asked, name))
                    .forEach(chosen::add);
        }
        // A folder may be no more than the parent of others.
        folders.stream()
                .filter(folder -> !folder.canOpen)
                .forEach(folder -> chosen.remove(folder.name));
        return List.copyOf(chosen);
    }

    /// The names of the folders in which mail comes and goes by itself: INBOX and Sent, and what
    /// holds them at Gmail.
    static List<String> lively(List<ListInfo> folders) {
        Set<String> lively = new LinkedHashSet<>(with(folders, "\\All"));
        lively.addAll(inbox(folders));
        lively.addAll(either(folders, "\\Sent", FolderNames.SENT));
        return List.copyOf(lively);
    }

    private static List<String> inbox(List<ListInfo> folders) {
        return folders.stream()
                .map(folder -> folder.name)
                .filter("INBOX"::equalsIgnoreCase)
                .toList();
    }

    private static List<String> with(List<ListInfo> folders, String use) {
        return folders.stream()
                .filter(folder -> has(folder, use))
                .map(folder -> folder.name)
                .toList();
    }

    /// Those of the names asked for which no folder bears.
    static List<String> missing(List<ListInfo> folders, Collection<String> alsoRead) {
        return alsoRead.stream()
                .filter(asked -> folders.stream().noneMatch(folder -> matches(asked, folder.name)))
                .toList();
    }

    private static boolean matches(String asked, String name) {
        return asked.endsWith("*")
                ? name.startsWith(asked.substring(0, asked.length() - 1))
                : name.equals(asked);
    }

    private static List<String> either(List<ListInfo> folders, String use, Set<String> names) {
        List<String> byUse = with(folders, use);
        return byUse.isEmpty()
                ? folders.stream()
                        .filter(folder -> named(folder, names))
                        .map(folder -> folder.name)
                        .toList()
                : byUse;
    }

    private static List<String> below(List<ListInfo> folders, String parent) {
        return folders.stream()
                .filter(folder -> folder.name.startsWith(parent + folder.separator))
                .map(folder -> folder.name)
                .toList();
    }

    private static boolean has(ListInfo folder, String attribute) {
        return Stream.of(folder.attrs).anyMatch(attribute::equalsIgnoreCase);
    }

    private static boolean named(ListInfo folder, Set<String> names) {
        int cut = folder.name.lastIndexOf(folder.separator);
        String parent = cut < 0 ? "" : folder.name.substring(0, cut);
        return names.contains(plain(folder.name.substring(cut + 1)))
                && PARENTS.contains(plain(parent));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
