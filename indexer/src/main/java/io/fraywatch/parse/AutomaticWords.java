package io.fraywatch.parse;

/// The words machines use, for mails whose headers don't say what they are. All texts are given in
/// lower case.
final class AutomaticWords {
    private static final String[] ABSENT_SUBJECTS = {
        "out of office",
        "out-of-office",
        "out of the office",
        "ooo:",
        "[ooo]",
        "away from the office",
        "on vacation",
        "on holiday",
        "vacation reply",
        "vacation response",
        "away from my mail",
        "away from my desk",
        "annual leave",
        "on leave",
        "abwesenheit",
        "abwesend",
        "nicht im büro",
        "im urlaub",
        "urlaub",
        "absence du bureau",
        "absence",
        "absent du bureau",
        "absent",
        "en congé",
        "fuera de la oficina",
        "fuera de oficina",
        "ausente",
        "ausencia",
        "fuori sede",
        "fuori ufficio",
        "assente",
        "assenza",
        "afwezig",
        "afwezigheid",
        "niet aanwezig",
        "fora do escritório",
        "ausência",
        "de férias",
        "frånvaro",
        "fravær",
        "ikke til stede",
        "poissa",
        "nieobecność",
        "poza biurem",
        "nepřítomnost",
        "mimo kancelář",
        "отсутств",
        "вне офиса",
        "ofis dışında",
        "不在",
        "休假",
        "외근",
        "부재"
    };
    private static final String[] AUTOMATIC_SUBJECTS = {
        "automatic reply",
        "auto reply",
        "auto-reply",
        "autoreply",
        "auto response",
        "auto-response",
        "autoresponse",
        "automated reply",
        "automated response",
        "automatic response",
        "autoresponder",
        "out of office:",
        "out of office autoreply",
        "out of office reply",
        "out of the office:",
        "vacation reply",
        "vacation response",
        "away from my mail",
        "automatische antwort",
        "abwesenheitsnotiz",
        "abwesenheitsnachricht",
        "abwesenheitsmeldung",
        "automatische abwesenheit",
        "réponse automatique",
        "reponse automatique",
        "absence du bureau",
        "message d'absence",
        "respuesta automática",
        "respuesta automatica",
        "risposta automatica",
        "automatisch antwoord",
        "automatische reactie",
        "afwezigheidsbericht",
        "resposta automática",
        "resposta automatica",
        "automatiskt svar",
        "autosvar",
        "automatisk svar",
        "automaattinen vastaus",
        "odpowiedź automatyczna",
        "autoodpowiedź",
        "automatická odpověď",
        "automatická odpoveď",
        "автоответ",
        "автоматический ответ",
        "автоматична відповідь",
        "otomatik yanıt",
        "automatikus válasz",
        "răspuns automat",
        "自动回复",
        "自動回覆",
        "自動応答",
        "自動返信",
        "자동 회신",
        "αυτόματη απάντηση",
        "תשובה אוטומטית",
        "trả lời tự động",
        "balasan otomatis"
    };
    private static final String[] ABSENT_WORDS = {
        "out of the office",
        "out of office",
        "i am away",
        "i'm away",
        "i will be away",
        "i'll be away",
        "on vacation",
        "on holiday",
        "on annual leave",
        "on leave",
        "on maternity leave",
        "on parental leave",
        "currently away",
        "currently out",
        "not in the office",
        "limited access to e",
        "return to the office",
        "returning on",
        "back in the office",
        "be back on",
        "nicht im büro",
        "nicht im hause",
        "im urlaub",
        "nicht erreichbar",
        "abwesend",
        "außer haus",
        "wieder im büro",
        "wieder erreichbar",
        "wieder da",
        "absent",
        "en congé",
        "en vacances",
        "de retour",
        "hors du bureau",
        "fuera de la oficina",
        "de vacaciones",
        "ausente",
        "de regreso",
        "estaré de vuelta",
        "fuori ufficio",
        "fuori sede",
        "in ferie",
        "assente",
        "di ritorno",
        "rientrerò",
        "afwezig",
        "met vakantie",
        "op vakantie",
        "niet aanwezig",
        "niet op kantoor",
        "fora do escritório",
        "de férias",
        "em férias",
        "estarei ausente",
        "semester",
        "inte på kontoret",
        "på ferie",
        "ikke på kontoret",
        "lomalla",
        "poissa",
        "na urlopie",
        "poza biurem",
        "nieobecn",
        "mimo kancelář",
        "dovolen",
        "в отпуске",
        "отсутств",
        "izindeyim",
        "ofis dışında",
        "szabadságon",
        "în concediu"
    };
    private static final String[] UNDELIVERED = {
        "undeliver",
        "undelivered",
        "delivery status notification",
        "delivery failure",
        "delivery status",
        "メールエラー",
        "delivery failed",
        "mail delivery",
        "delivery notification",
        "failure notice",
        "returned mail",
        "returned to sender",
        "return to sender",
        "message not delivered",
        "not delivered",
        "could not be delivered",
        "couldn't be delivered",
        "non remis",
        "delivery error",
        "delivery problem",
        "non-delivery",
        "nondeliverable",
        "non delivery",
        "failed delivery",
        "delivery has failed",
        "delivery delay",
        "delayed mail",
        "warning: message",
        "warning: could not send",
        "mail failure",
        "mail system error",
        "message delivery",
        "error sending",
        "user unknown",
        "unzustellbar",
        "nicht zustellbar",
        "nicht zugestellt",
        "zustellung fehlgeschlagen",
        "unzustellbarkeit",
        "non remise",
        "échec de la remise",
        "non distribué",
        "no se puede entregar",
        "no entregado",
        "no se pudo entregar",
        "error de entrega",
        "devuelto",
        "impossibile recapitare",
        "mancato recapito",
        "mancata consegna",
        "onbestelbaar",
        "niet bezorgd",
        "não entregue",
        "falha na entrega",
        "não é possível entregar",
        "kan inte levereras",
        "olevererbart",
        "kunne ikke leveres",
        "niedostarczon",
        "nedoručiteln",
        "недоставл",
        "не доставлен",
        "undeliverable",
        "配信不能",
        "배달되지",
        "退信",
        "メール配信",
        "配信エラー",
        "無法傳遞",
        "ペンディング"
    };
    private static final String[] UNDELIVERED_WORDS = {
        "could not be delivered",
        "couldn't be delivered",
        "was not delivered",
        "wasn't delivered",
        "undeliverable",
        "delivery to the following",
        "permanent error",
        "permanent failure",
        "delivery has failed",
        "failed to deliver",
        "unable to deliver",
        "was undeliverable",
        "mailbox full",
        "user unknown",
        "unknown user",
        "over quota",
        "did not reach",
        "nicht zugestellt",
        "n'a pas pu être",
        "no se ha podido",
        "não foi possível entregar",
        "non è stato possibile"
    };
    private static final String[] UNSUBSCRIBE = {
        "unsubscribe",
        "email preferences",
        "manage preferences",
        "manage your subscription",
        "update your preferences",
        "view in browser",
        "view this email in your browser",
        "no longer wish to receive",
        "do not wish to receive",
        "abmelden",
        "abbestellen",
        "désabonner",
        "désinscrire",
        "se désinscrire",
        "darse de baja",
        "cancelar suscripción",
        "cancelar la suscripción",
        "disiscri",
        "annulla iscrizione",
        "afmelden",
        "uitschrijven",
        "descadastrar",
        "cancelar inscrição",
        "avregistrera",
        "avsluta prenumeration",
        "afmeld",
        "odhlásit",
        "wypisz",
        "отписаться"
    };
    private static final String[] REPLIES = {
        "re:", "re[", "re :", "aw:", "aw :", "antw:", "sv:", "vs:", "odp:", "ref:", "rif:", "r:",
        "res:", "ynt:", "回复", "答复", "回覆", "fw:", "fwd:", "wg:", "tr:", "rv:", "i:", "enc:",
        "doorst:", "vb:", "vl:", "pd:"
    };

    private AutomaticWords() {}

    static boolean saysAbsent(String subject) {
        return !isReply(subject) && containsAny(subject, ABSENT_SUBJECTS);
    }

    static boolean saysAbsentInside(String opening) {
        return containsAny(opening, ABSENT_WORDS);
    }

    /// Whether a subject begins as only a machine's does.
    static boolean saysAutomatic(String subject) {
        return startsWithAny(subject, AUTOMATIC_SUBJECTS);
    }

    static boolean saysUndelivered(String subject) {
        return containsAny(subject, UNDELIVERED);
    }

    static boolean saysUndeliveredInside(String opening) {
        return containsAny(opening, UNDELIVERED_WORDS);
    }

    static boolean saysDelivered(String subject) {
        return subject.startsWith("delivered:")
                || subject.startsWith("relayed:")
                || subject.contains("(success)")
                || subject.contains("successful mail delivery");
    }

    /// Whether the end of a text tells how to leave a list; people write about newsletters too, but
    /// without the link.
    static boolean offersUnsubscribing(String end) {
        boolean link = end.contains("http") || end.contains("click") || end.contains(" here");
        return link && containsAny(end, UNSUBSCRIBE);
    }

    /// Whether a subject answers or passes on another mail.
    static boolean isReply(String subject) {
        return startsWithAny(subject, REPLIES);
    }

    private static boolean containsAny(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithAny(String text, String[] words) {
        for (String word : words) {
            if (text.startsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
