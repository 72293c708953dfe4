package io.fraywatch.parse;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The head of a quoted or forwarded mail: Outlook's `From: Sent: To: Subject:`, Notes' name, date
/// and `To:`, and the lines that announce one (`-----Original Message-----`), in the languages of
/// the usual mail programs.
final class QuotedHeader {
    private static final int MOST_LINES = 60;
    private static final int LONGEST_LABEL = 30;

    private enum Label {
        FROM,
        SENT,
        TO,
        CC,
        SUBJECT,
        OTHER
    }

    private static final Map<String, Label> LABELS = labels();
    private static final Set<String> ORIGINAL =
            Set.of(
                    "original message",
                    "reply separator",
                    "original appointment",
                    "reply message",
                    "ursprüngliche nachricht",
                    "originalnachricht",
                    "ursprünglicher termin",
                    "message d'origine",
                    "message original",
                    "mensaje original",
                    "messaggio originale",
                    "mensagem original",
                    "oorspronkelijk bericht",
                    "ursprungligt meddelande",
                    "originalmeddelande",
                    "oprindelig meddelelse",
                    "original besked",
                    "opprinnelig melding",
                    "alkuperäinen viesti",
                    "wiadomość oryginalna",
                    "oryginalna wiadomość",
                    "původní zpráva",
                    "pôvodná správa",
                    "исходное сообщение",
                    "оригинальное сообщение",
                    "orijinal ileti",
                    "özgün ileti",
                    "eredeti üzenet",
                    "mesaj original",
                    "原始邮件",
                    "邮件原件",
                    "原始郵件",
                    "元のメッセージ",
                    "원본 메시지",
                    "αρχικό μήνυμα",
                    "הודעה מקורית",
                    "הודעה מקורית-");
    private static final String[] FORWARDED = {
        "forwarded message",
        "forwarded by",
        "begin forwarded message",
        "forwarded mail",
        "weitergeleitete nachricht",
        "anfang der weitergeleiteten",
        "message transféré",
        "début du message",
        "début du message réexpédié",
        "message transmis",
        "mensaje reenviado",
        "inicio del mensaje reenviado",
        "messaggio inoltrato",
        "inizio messaggio inoltrato",
        "mensagem encaminhada",
        "mensagem reencaminhada",
        "início da mensagem",
        "doorgestuurd bericht",
        "begin doorgestuurd bericht",
        "vidarebefordrat meddelande",
        "vidarebefordrat brev",
        "videresendt meddelelse",
        "videresendt besked",
        "videresendt melding",
        "välitetty viesti",
        "przekazana wiadomość",
        "wiadomość przekazana",
        "přeposlaná zpráva",
        "preposlaná správa",
        "пересылаемое сообщение",
        "пересланное сообщение",
        "переслане повідомлення",
        "yönlendirilmiş ileti",
        "iletilen mesaj",
        "továbbított üzenet",
        "mesaj redirecționat",
        "转发的邮件",
        "轉寄郵件",
        "転送されたメッセージ",
        "전달된 메시지",
        "προωθημένο μήνυμα"
    };

    private QuotedHeader() {}

    /// Whether a line announces a quoted mail.
    static boolean announcesOriginal(Lines lines, int i) {
        String line = lines.lower(i);
        String bare = bare(line);
        return bare.length() < line.length() && ORIGINAL.contains(bare);
    }

    /// One behind the lines that announce a forwarded mail, or -1. Notes wraps its announcement.
    static int forwardEnd(Lines lines, int i) {
        String line = lines.lower(i);
        boolean dashed =
                line.startsWith("--")
                        || line.startsWith("==")
                        || line.startsWith("__")
                        || line.startsWith("**");
        boolean colon = line.endsWith(":") && line.length() < 60;
        if (!dashed && !colon) {
            return -1;
        }
        String bare = bare(line);
        for (String marker : FORWARDED) {
            if (bare.startsWith(marker)
                    || (dashed && bare.length() < 80 && bare.contains(marker))) {
                boolean wraps =
                        dashed
                                && !line.endsWith("-")
                                && i + 1 < lines.count()
                                && lines.line(i + 1).endsWith("--");
                return wraps ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    /// One behind the last line of a head whose first label stands on line `i`, or -1.
    static int end(Lines lines, int i) {
        if (label(lines, i) == Label.OTHER) {
            return -1;
        }
        Set<Label> seen = EnumSet.noneOf(Label.class);
        boolean address = false;
        int end = -1;
        int loose = 0;
        for (int j = i; j < Math.min(lines.count(), i + MOST_LINES); j++) {
            if (lines.isBlank(j)) {
                loose++;
                if (loose > 2 || seen.contains(Label.SUBJECT)) {
                    break;
                }
                continue;
            }
            Label label = anyLabel(lines, j);
            if (label != null
                    && label != Label.OTHER
                    && label != Label.CC
                    && seen.contains(label)) {
                break;
            }
            if (label != null) {
                seen.add(label);
                end = j + 1;
                loose = 0;
            } else if (!seen.contains(Label.SUBJECT) || j == end) {
                loose += isAddressList(lines.line(j)) ? 0 : 1;
                if (loose > 2) {
                    break;
                }
            } else {
                break;
            }
            address |= label != Label.SUBJECT && lines.line(j).indexOf('@') > 0;
        }
        return holds(seen, address) ? withWrappedSubject(lines, i, end) : -1;
    }

    /// A date line by itself under a name, right above `To:`, belongs to a Notes head: where that
    /// starts.
    static int notesStart(Lines lines, int labelled, int floor) {
        int start = labelled;
        int at = lines.previousFilled(labelled);
        for (int steps = 0; steps < 4 && at >= floor && labelled - at < 7; steps++) {
            String line = lines.line(at);
            boolean dated = hasDateAndTime(line);
            if (dated
                    || lines.lower(at).startsWith("sent by:")
                    || lines.lower(at).startsWith("please respond to")
                    || isTimeOnly(line)) {
                start = at;
                boolean onlyDate = dated && Character.isDigit(line.charAt(0));
                int above = lines.previousFilled(at);
                if (onlyDate
                        && above >= floor
                        && at - above <= 2
                        && lines.line(above).length() < 80) {
                    start = above;
                }
            } else if (at >= start || start == labelled) {
                break;
            }
            at = lines.previousFilled(Math.min(at, start));
        }
        return start;
    }

    private static boolean isTimeOnly(String line) {
        return line.length() <= 11
                && line.indexOf(':') > 0
                && Character.isDigit(line.charAt(0))
                && (line.endsWith("PM") || line.endsWith("AM"));
    }

    private static boolean hasDateAndTime(String line) {
        if (line.length() > 160) {
            return false;
        }
        int slash = line.indexOf('/');
        boolean date =
                slash > 0
                        && slash + 1 < line.length()
                        && Character.isDigit(line.charAt(slash - 1))
                        && Character.isDigit(line.charAt(slash + 1));
        for (int s = slash; !date && s >= 0; s = line.indexOf('/', s + 1)) {
            date =
                    s > 0
                            && s + 1 < line.length()
                            && Character.isDigit(line.charAt(s - 1))
                            && Character.isDigit(line.charAt(s + 1));
        }
        return date && (line.indexOf(':') > 0 || line.endsWith("/2000") || line.contains(" on "));
    }

    private static boolean holds(Set<Label> seen, boolean address) {
        boolean from = seen.contains(Label.FROM);
        boolean to = seen.contains(Label.TO) || seen.contains(Label.CC);
        boolean sent = seen.contains(Label.SENT);
        boolean subject = seen.contains(Label.SUBJECT);
        return subject ? (from || to) : address && ((from && (sent || to)) || (sent && to));
    }

    /// A long subject goes on on the next line, before the blank one.
    private static int withWrappedSubject(Lines lines, int start, int end) {
        boolean wrapped =
                end < lines.count()
                        && !lines.isBlank(end)
                        && anyLabel(lines, end - 1) == Label.SUBJECT
                        && lines.line(end - 1).length() > 60
                        && end + 1 < lines.count()
                        && lines.isBlank(end + 1)
                        && end - start < MOST_LINES;
        return wrapped ? end + 1 : end;
    }

    private static boolean isAddressList(String line) {
        return line.indexOf('@') >= 0
                || line.indexOf('/') >= 0
                || line.indexOf(';') >= 0
                || line.indexOf(',') >= 0;
    }

    private static Label label(Lines lines, int i) {
        Label label = anyLabel(lines, i);
        return label == null ? Label.OTHER : label;
    }

    private static @org.jspecify.annotations.Nullable Label anyLabel(Lines lines, int i) {
        String line = lines.lower(i);
        int from = 0;
        while (from < line.length() && "*|_> ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        int limit = Math.min(line.length(), from + LONGEST_LABEL);
        for (int at = from; at < limit; at++) {
            char c = line.charAt(at);
            if (c == ':' || c == '：') {
                return LABELS.get(line.substring(from, at).replace("*", "").strip());
            }
        }
        return null;
    }

    /// Without the dashes, stars and the like around it, and a closing colon.
    private static String bare(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && "-*_=> <[".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "-*_=> <]:".indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to).strip();
    }

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new HashMap<>();
        put(
                labels,
                Label.FROM,
                "from",
                "author",
                "von",
                "de",
                "da",
                "van",
                "fra",
                "från",
                "lähettäjä",
                "od",
                "от",
                "від",
                "kimden",
                "gönderen",
                "feladó",
                "de la",
                "发件人",
                "寄件者",
                "寄件人",
                "差出人",
                "보낸 사람",
                "보낸사람",
                "από",
                "מאת",
                "من",
                "từ",
                "dari",
                "no",
                "nuo",
                "saatja");
        put(
                labels,
                Label.SENT,
                "sent",
                "date",
                "sent on",
                "gesendet",
                "gesendet am",
                "datum",
                "envoyé",
                "envoyé le",
                "date d'envoi",
                "fecha",
                "enviado",
                "enviado el",
                "enviada",
                "enviada em",
                "enviado em",
                "data",
                "inviato",
                "inviata",
                "data invio",
                "verzonden",
                "skickat",
                "datum",
                "sendt",
                "dato",
                "lähetetty",
                "päivämäärä",
                "päiväys",
                "wysłano",
                "wysłane",
                "data",
                "odesláno",
                "odoslané",
                "dátum",
                "отправлено",
                "дата",
                "надіслано",
                "tarih",
                "gönderilen",
                "gönderildi",
                "gönderme tarihi",
                "elküldve",
                "trimis",
                "data",
                "发送时间",
                "日期",
                "寄件日期",
                "傳送日期",
                "送信日時",
                "日時",
                "보낸 날짜",
                "날짜",
                "ημερομηνία",
                "στάλθηκε",
                "נשלח",
                "תאריך",
                "التاريخ",
                "ngày",
                "tanggal",
                "dikirim");
        put(
                labels,
                Label.TO,
                "to",
                "an",
                "à",
                "a",
                "para",
                "per",
                "aan",
                "naar",
                "till",
                "til",
                "vastaanottaja",
                "do",
                "komu",
                "кому",
                "kime",
                "alıcı",
                "címzett",
                "către",
                "catre",
                "收件人",
                "收件者",
                "宛先",
                "받는 사람",
                "받는사람",
                "προς",
                "אל",
                "إلى",
                "đến",
                "kepada");
        put(
                labels,
                Label.CC,
                "cc",
                "kopie",
                "kopia",
                "kopi",
                "copie",
                "copia",
                "copie à",
                "dw",
                "udw",
                "копия",
                "копія",
                "másolatot kap",
                "bilgi",
                "抄送",
                "副本",
                "참조",
                "κοιν.",
                "κοιν",
                "עותק",
                "bcc",
                "kopio",
                "c.c.",
                "con copia");
        put(
                labels,
                Label.SUBJECT,
                "subject",
                "re",
                "betreff",
                "betr",
                "betr.",
                "objet",
                "asunto",
                "oggetto",
                "assunto",
                "onderwerp",
                "ämne",
                "emne",
                "aihe",
                "temat",
                "předmět",
                "predmet",
                "тема",
                "konu",
                "tárgy",
                "subiect",
                "主题",
                "主旨",
                "主題",
                "件名",
                "제목",
                "θέμα",
                "נושא",
                "الموضوع",
                "chủ đề",
                "perihal",
                "subjek",
                "teema");
        put(
                labels,
                Label.OTHER,
                "reply-to",
                "reply to",
                "importance",
                "priority",
                "attachments",
                "attachment",
                "organization",
                "when",
                "where",
                "antwort an",
                "wichtigkeit",
                "anlagen",
                "répondre à",
                "importance",
                "sent by",
                "sensitivity",
                "message-id",
                "sender",
                "newsgroups");
        labels.remove("re");
        return Map.copyOf(labels);
    }

    private static void put(Map<String, Label> labels, Label label, String... names) {
        for (String name : names) {
            labels.putIfAbsent(name, label);
        }
    }
}
