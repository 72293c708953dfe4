package io.fraywatch.parse;

import java.util.Locale;
import java.util.Set;

/// What mails open and close with: greetings, sign-offs, names, the lines of a signature block.
final class Courtesies {
    private static final int LONGEST_GREETING = 60;
    private static final int LONGEST_SIGN_OFF = 60;

    private static final Set<String> GREETINGS =
            Set.of(
                    "hi",
                    "hello",
                    "hey",
                    "dear",
                    "hiya",
                    "howdy",
                    "greetings",
                    "morning",
                    "afternoon",
                    "evening",
                    "hallo",
                    "sehr",
                    "liebe",
                    "lieber",
                    "guten",
                    "moin",
                    "servus",
                    "grüezi",
                    "bonjour",
                    "bonsoir",
                    "salut",
                    "cher",
                    "chère",
                    "chers",
                    "hola",
                    "buenos",
                    "buenas",
                    "estimado",
                    "estimada",
                    "estimados",
                    "querido",
                    "querida",
                    "ciao",
                    "salve",
                    "buongiorno",
                    "buonasera",
                    "gentile",
                    "caro",
                    "cara",
                    "egregio",
                    "spettabile",
                    "olá",
                    "ola",
                    "oi",
                    "bom",
                    "boa",
                    "prezado",
                    "prezada",
                    "beste",
                    "geachte",
                    "dag",
                    "goedemorgen",
                    "goedemiddag",
                    "hej",
                    "hejsan",
                    "kära",
                    "käre",
                    "kære",
                    "kjære",
                    "hei",
                    "moi",
                    "terve",
                    "hyvä",
                    "cześć",
                    "czesc",
                    "witam",
                    "szanowny",
                    "szanowna",
                    "szanowni",
                    "dzień",
                    "dobrý",
                    "ahoj",
                    "vážený",
                    "vážená",
                    "здравствуйте",
                    "привет",
                    "уважаемый",
                    "уважаемая",
                    "добрый",
                    "доброе",
                    "merhaba",
                    "sayın",
                    "selam",
                    "szia",
                    "kedves",
                    "tisztelt",
                    "bună",
                    "stimate",
                    "stimată",
                    "γεια",
                    "αγαπητέ",
                    "שלום",
                    "היי",
                    "مرحبا",
                    "chào",
                    "xin",
                    "halo",
                    "yth");

    private static final String[] SIGN_OFFS = {
        "thanks",
        "thank you",
        "thx",
        "many thanks",
        "much appreciated",
        "ta",
        "best",
        "best regards",
        "best wishes",
        "kind regards",
        "kindest regards",
        "warm regards",
        "warmest regards",
        "warmly",
        "regards",
        "rgds",
        "with regards",
        "with kind regards",
        "with best regards",
        "cheers",
        "sincerely",
        "yours",
        "yours truly",
        "yours sincerely",
        "yours faithfully",
        "truly yours",
        "sincerely yours",
        "respectfully",
        "cordially",
        "take care",
        "talk soon",
        "speak soon",
        "see you",
        "all the best",
        "have a great",
        "have a good",
        "have a nice",
        "love",
        "xoxo",
        "br",
        "kr",
        "brgds",
        "looking forward",
        "mit freundlichen grüßen",
        "mit freundlichem gruß",
        "freundliche grüße",
        "mit besten grüßen",
        "beste grüße",
        "viele grüße",
        "liebe grüße",
        "herzliche grüße",
        "schöne grüße",
        "mit freundlichen gruessen",
        "viele gruesse",
        "gruß",
        "grüße",
        "lg",
        "vg",
        "mfg",
        "danke",
        "vielen dank",
        "besten dank",
        "cordialement",
        "bien cordialement",
        "bien à vous",
        "bien à toi",
        "salutations",
        "sincères salutations",
        "merci",
        "merci d'avance",
        "amicalement",
        "amitiés",
        "bonne journée",
        "à bientôt",
        "saludos",
        "un saludo",
        "un cordial saludo",
        "saludos cordiales",
        "atentamente",
        "gracias",
        "muchas gracias",
        "un abrazo",
        "cordialmente",
        "cordiali saluti",
        "distinti saluti",
        "saluti",
        "un saluto",
        "grazie",
        "grazie mille",
        "a presto",
        "met vriendelijke groet",
        "met vriendelijke groeten",
        "vriendelijke groet",
        "vriendelijke groeten",
        "groet",
        "groeten",
        "groetjes",
        "mvg",
        "bedankt",
        "alvast bedankt",
        "dank je",
        "dank u",
        "atenciosamente",
        "cumprimentos",
        "com os melhores cumprimentos",
        "melhores cumprimentos",
        "abraço",
        "abraços",
        "um abraço",
        "obrigado",
        "obrigada",
        "att",
        "med vänlig hälsning",
        "med vänliga hälsningar",
        "vänliga hälsningar",
        "hälsningar",
        "mvh",
        "tack",
        "venlig hilsen",
        "med venlig hilsen",
        "mange hilsner",
        "hilsen",
        "vennlig hilsen",
        "med vennlig hilsen",
        "tak",
        "takk",
        "ystävällisin terveisin",
        "terveisin",
        "terv",
        "kiitos",
        "pozdrawiam",
        "z poważaniem",
        "z wyrazami szacunku",
        "dziękuję",
        "s pozdravem",
        "s pozdravom",
        "děkuji",
        "с уважением",
        "спасибо",
        "всего доброго",
        "з повагою",
        "saygılarımla",
        "saygılar",
        "iyi çalışmalar",
        "teşekkürler",
        "üdvözlettel",
        "köszönettel",
        "üdv",
        "cu stimă",
        "cu respect",
        "mulțumesc",
        "με εκτίμηση",
        "ευχαριστώ",
        "בברכה",
        "תודה",
        "مع التحية",
        "trân trọng",
        "salam",
        "terima kasih",
        "よろしくお願いします",
        "此致",
        "谢谢",
        "감사합니다"
    };
    private static final String[] CONTACTS = {
        "tel",
        "phone",
        "ph:",
        "mobile",
        "cell",
        "fax",
        "mob",
        "www.",
        "http",
        "skype",
        "direct:",
        "office:",
        "t:",
        "m:",
        "f:",
        "e:",
        "e-mail:",
        "email:",
        "t +",
        "m +",
        "telefon",
        "mobil",
        "handy",
        "tél",
        "móvil",
        "telefono",
        "telefoon",
        "linkedin",
        "ext."
    };

    private Courtesies() {}

    /// How many characters of the line are a greeting; 0 when it isn't one.
    static int greeting(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        String first = firstWord(lower);
        boolean known = GREETINGS.contains(first) || (first.equals("good") && isDayTime(lower));
        int end = endOfGreeting(line);
        if (known && end > 0) {
            return end;
        }
        boolean nameOnly =
                end == line.length()
                        && (line.endsWith(",") || line.endsWith(":") || line.endsWith(" -"))
                        && isName(line.substring(0, line.length() - 1))
                        && !isSignOff(line);
        return nameOnly ? end : 0;
    }

    private static boolean isDayTime(String lower) {
        return lower.startsWith("good morning")
                || lower.startsWith("good afternoon")
                || lower.startsWith("good evening")
                || lower.startsWith("good day");
    }

    /// One behind the comma or the like that ends a greeting; the whole line if that is short.
    private static int endOfGreeting(String line) {
        int words = 0;
        for (int i = 0; i < line.length() && i < LONGEST_GREETING; i++) {
            char c = line.charAt(i);
            words += c == ' ' ? 1 : 0;
            if (c == ','
                    || c == '!'
                    || c == ':'
                    || c == '，'
                    || c == '、'
                    || (c == '.' && i + 1 == line.length())) {
                return words <= 6 ? i + 1 : 0;
            }
            if (c == '?' || c == ';') {
                return 0;
            }
        }
        return line.length() < LONGEST_GREETING && words <= 3 ? line.length() : 0;
    }

    static boolean isSignOff(String line) {
        if (line.length() > LONGEST_SIGN_OFF) {
            return false;
        }
        String lower = trimmed(line.toLowerCase(Locale.ROOT));
        for (String phrase : SIGN_OFFS) {
            if (lower.startsWith(phrase) && tailFits(lower, phrase.length(), line)) {
                return true;
            }
        }
        return false;
    }

    /// Behind the phrase nothing, `and regards`, `again`, or a name may follow, but no sentence.
    private static boolean tailFits(String lower, int from, String line) {
        if (from >= lower.length()) {
            return true;
        }
        char next = lower.charAt(from);
        if (Character.isLetterOrDigit(next)) {
            return false;
        }
        String tail = trimmed(lower.substring(from));
        int words = words(tail);
        boolean listed =
                tail.isEmpty()
                        || tail.startsWith("and ")
                        || tail.startsWith("& ")
                        || tail.equals("again")
                        || tail.startsWith("in advance")
                        || tail.equals("so much")
                        || tail.equals("very much")
                        || tail.equals("a lot")
                        || tail.startsWith("day")
                        || tail.startsWith("weekend")
                        || tail.startsWith("evening");
        boolean name =
                (next == ',' || next == '!' || next == '.' || next == ' ' || next == '-')
                        && words <= 3
                        && isName(
                                line.substring(
                                        Math.min(line.length(), line.length() - tail.length())));
        return (listed && words <= 4) || name;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && ",.!-–—~*_ ;:".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ",.!-–—~*_ ;:".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /// One to four words that look like somebody's name.
    static boolean isName(String line) {
        String name = trimmed(line);
        if (name.isEmpty() || name.length() > 40 || words(name) > 4) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(Character.isLetter(c)
                    || c == ' '
                    || c == '.'
                    || c == '-'
                    || c == '\''
                    || c == '’'
                    || c == '&')) {
                return false;
            }
        }
        boolean short1 = words(name) == 1;
        return Character.isUpperCase(name.charAt(0))
                || !Character.isLowerCase(name.charAt(0))
                || (short1 && name.length() <= 12);
    }

    /// At least two words, each with a capital.
    static boolean isFullName(String line) {
        String name = trimmed(line);
        if (words(name) < 2 || !isName(line)) {
            return false;
        }
        for (int i = 0; i + 1 < name.length(); i++) {
            boolean wordStart = i == 0 || name.charAt(i - 1) == ' ';
            if (wordStart
                    && Character.isLowerCase(name.charAt(i))
                    && name.indexOf(' ', i) - i > 3) {
                return false;
            }
        }
        return true;
    }

    /// `- roman`, `--Sally`, `-Lev.`
    static boolean isDashedName(String line) {
        return (line.startsWith("-")
                        || line.startsWith("–")
                        || line.startsWith("—")
                        || line.startsWith("~"))
                && words(trimmed(line)) <= 3
                && isName(line);
    }

    static boolean isPostscript(String lower) {
        return (lower.startsWith("ps")
                        && lower.length() > 2
                        && !Character.isLetter(lower.charAt(2)))
                || lower.startsWith("p.s")
                || lower.startsWith("p. s")
                || lower.startsWith("nb:");
    }

    /// A telephone number, an address of the web or of mail.
    static boolean isContact(String lower) {
        int at = lower.indexOf('@');
        if (at > 0 && lower.indexOf('.', at) > 0) {
            return true;
        }
        for (String word : CONTACTS) {
            if (lower.startsWith(word) || lower.contains(" " + word)) {
                return true;
            }
        }
        return isPhone(lower);
    }

    private static boolean isPhone(String line) {
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < line.length(); i++) {
            digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
        }
        return digits >= 7 && digits <= 20 && letters <= 12;
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length()
                && (Character.isLetter(line.charAt(end))
                        || Character.getType(line.charAt(end)) == Character.NON_SPACING_MARK)) {
            end++;
        }
        return line.substring(0, end);
    }

    private static int words(String text) {
        int words = text.isEmpty() ? 0 : 1;
        for (int i = 1; i < text.length(); i++) {
            words += text.charAt(i) == ' ' && text.charAt(i - 1) != ' ' ? 1 : 0;
        }
        return words;
    }
}
