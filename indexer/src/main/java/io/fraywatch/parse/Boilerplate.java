package io.fraywatch.parse;

/// Lines that machines and lawyers add: footers of phones and lists, disclaimers.
final class Boilerplate {
    private static final int LONGEST_MOBILE_FOOTER = 100;

    private static final String[] MOBILE = {
        "sent from my ",
        "sent from mobile",
        "sent from mailbox",
        "sent from yahoo",
        "sent from outlook",
        "sent from mail for",
        "sent from proton",
        "sent from samsung",
        "sent from blackberry",
        "sent from acompli",
        "sent from nine",
        "sent from an ",
        "sent from a ",
        "sent from windows",
        "sent from tutanota",
        "sent from spark",
        "sent from polymail",
        "sent from superhuman",
        "sent from hey",
        "sent from iphone",
        "sent from ipad",
        "sent via ",
        "sent with ",
        "sent using ",
        "sent on the go",
        "sent by ",
        "get outlook for",
        "get bluemail",
        "get typeapp",
        "von meinem ",
        "gesendet von ",
        "gesendet mit ",
        "diese nachricht wurde von meinem",
        "von unterwegs gesendet",
        "envoyé de mon",
        "envoyé depuis",
        "envoyé à partir",
        "obtenez outlook",
        "téléchargez outlook",
        "enviado desde mi",
        "enviado desde",
        "enviado do meu",
        "enviado do ",
        "enviado a partir",
        "enviado via",
        "enviado de mi",
        "obtener outlook",
        "obtenha o outlook",
        "inviato da ",
        "inviato dal ",
        "scarica outlook",
        "ottieni outlook",
        "verstuurd vanaf",
        "verzonden vanaf",
        "verzonden met",
        "outlook voor",
        "download outlook",
        "hanki outlook",
        "skickat från",
        "skickades från",
        "hämta outlook",
        "sendt fra",
        "hent outlook",
        "lähetetty ",
        "wysłane z",
        "wysłano z",
        "pobierz",
        "odesláno z",
        "odoslané z",
        "отправлено с",
        "отправлено из",
        "надіслано з",
        "iphone'umdan",
        "ipad'imden",
        "android'den",
        "samsung cihazımdan",
        "küldve",
        "trimis de pe",
        "发自我的",
        "從我的",
        "iphoneから送信",
        "나의 iphone",
        "εστάλη από",
        "στάλθηκε από",
        "נשלח מה",
        "تم الإرسال من",
        "đã gửi từ",
        "dikirim dari"
    };
    private static final String[] LIST = {
        "mailing list",
        "mailinglist",
        "to unsubscribe",
        "unsubscribe",
        "you received this message because you are subscribed",
        "you are receiving this because",
        "list archives",
        "listinfo",
        "sent to you by",
        "this sf.net email is sponsored"
    };
    private static final String[] DISCLAIMER_STARTS = {
        "caution: this email originated",
        "caution: external",
        "external email",
        "[external]",
        "this email originated from outside",
        "this message originated outside",
        "*** external",
        "please consider the environment",
        "please think of the environment",
        "this email has been scanned",
        "this message has been scanned",
        "virus-free.",
        "this email was scanned",
        "scanned by",
        "before printing"
    };
    private static final String[] DISCLAIMER_WORDS = {
        "confidential",
        "intended recipient",
        "intended solely",
        "intended only",
        "intended for the",
        "addressee",
        "privileged",
        "received this",
        "in error",
        "disclos",
        "distribution",
        "copying",
        "dissemination",
        "unauthori",
        "delete",
        "destroy",
        "virus",
        "attachments",
        "notify",
        "liability",
        "sender immediately",
        "prohibited",
        "sole use",
        "opinions expressed",
        "views expressed",
        "legally",
        "vertraulich",
        "rechtlich geschützt",
        "irrtümlich",
        "vernichten",
        "absender",
        "unbefugte",
        "empfänger",
        "confidentiel",
        "destinataire",
        "par erreur",
        "expéditeur",
        "détruire",
        "interdite",
        "confidencial",
        "destinatario",
        "por error",
        "remitente",
        "prohibid",
        "riservat",
        "destinatari",
        "per errore",
        "mittente",
        "vietat",
        "vertrouwelijk",
        "geadresseerde",
        "ten onrechte",
        "afzender",
        "destinatário",
        "por engano",
        "remetente",
        "proibid",
        "konfidentiell",
        "fortrolig",
        "poufn",
        "důvěrn",
        "конфиденциальн"
    };

    private Boilerplate() {}

    static boolean isMobileFooter(String lower) {
        if (lower.length() > LONGEST_MOBILE_FOOTER || lower.endsWith(":")) {
            return false;
        }
        for (String start : MOBILE) {
            if (lower.startsWith(start) && isDevice(lower)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDevice(String lower) {
        return lower.startsWith("sent from") || lower.startsWith("get ") || words(lower) <= 10;
    }

    private static int words(String text) {
        int words = 1;
        for (int i = 0; i < text.length(); i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    /// The line below the rule that lists draw under a mail.
    static boolean isListFooter(String lower) {
        for (String words : LIST) {
            if (lower.contains(words)) {
                return true;
            }
        }
        return false;
    }

    /// A line that starts a list's footer without any rule.
    static boolean startsListFooter(String lower) {
        return lower.startsWith("you received this message because you are subscribed")
                || lower.startsWith("to unsubscribe from this")
                || lower.startsWith("to unsubscribe, e-mail")
                || lower.startsWith("to unsubscribe, send");
    }

    /// Whether a paragraph is about who may read the mail rather than about anything.
    static boolean isDisclaimer(Lines lines, int from, int to) {
        String first = lines.lower(from);
        for (String start : DISCLAIMER_STARTS) {
            if (first.startsWith(start)) {
                return true;
            }
        }
        int hits = 0;
        int length = 0;
        for (String word : DISCLAIMER_WORDS) {
            boolean found = false;
            for (int i = from; i < to && !found; i++) {
                found = lines.lower(i).contains(word);
            }
            hits += found ? 1 : 0;
        }
        for (int i = from; i < to; i++) {
            length += lines.line(i).length();
        }
        return hits >= 3 && length > 80;
    }
}
