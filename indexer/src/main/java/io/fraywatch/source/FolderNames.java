package io.fraywatch.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// What mail programs call the folders of mail that was sent, and of mail nobody sent or keeps.
public final class FolderNames {
    /// Folders of mail that went out, in lower case.
    public static final Set<String> SENT =
            Set.of(
                    "sent",
                    "sent items",
                    "sent messages",
                    "sent mail",
                    "sent-mail",
                    "outbox sent",
                    "gesendet",
                    "gesendete elemente",
                    "gesendete objekte",
                    "gesendete nachrichten",
                    "envoyés",
                    "éléments envoyés",
                    "messages envoyés",
                    "objets envoyés",
                    "courrier envoyé",
                    "enviados",
                    "elementos enviados",
                    "mensajes enviados",
                    "correo enviado",
                    "itens enviados",
                    "mensagens enviadas",
                    "posta inviata",
                    "inviati",
                    "inviata",
                    "messaggi inviati",
                    "elementi inviati",
                    "verzonden",
                    "verzonden items",
                    "verzonden berichten",
                    "skickat",
                    "skickade objekt",
                    "sendt",
                    "sendte elementer",
                    "lähetetyt",
                    "wysłane",
                    "elementy wysłane",
                    "odeslané",
                    "odeslaná pošta",
                    "elküldött",
                    "trimise",
                    "отправленные",
                    "надіслані",
                    "gönderilmiş öğeler",
                    "gönderilenler",
                    "送信済み",
                    "送信済みアイテム",
                    "已发送",
                    "已发送邮件",
                    "寄件備份",
                    "보낸편지함");

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

    /// Whether a folder, or a label as Gmail gives it (`\\Sent`), holds mail that went out. Of a
    /// folder below others, as in `INBOX.Sent`, its own name counts.
    public static boolean isSent(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        String own = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return SENT.contains(own) || SENT.contains(own.substring(own.lastIndexOf('.') + 1));
    }
}
