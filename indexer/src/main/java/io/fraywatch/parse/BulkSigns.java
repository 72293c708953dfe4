package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a mail goes to many at once, or comes from a machine that waits for no answer.
///
/// A list that takes posts carries persons' mail, unless two signs say that it is a machine's
/// notice. A mail that answers or hands on another is a person's, unless its address is nobody's.
/// All else is judged by the sum of its signs; a list's own header (RFC 2369, 2919, 8058) decides
/// alone.
final class BulkSigns {
    private static final Map<String, WordList> WORDS = WordList.sections("bulk");
    private static final int ENOUGH = 3;
    private static final int MANY_LINKS = 8;
    private static final int MANY_PRINTS = 3;
    private static final int END = 2_500;

    private final Clues clues;

    private BulkSigns(Clues clues) {
        this.clues = clues;
    }

    static boolean showIn(Clues clues) {
        return new BulkSigns(clues).show();
    }

    /// Whether it comes through a list that takes posts.
    static boolean isDiscussed(Clues clues) {
        return new BulkSigns(clues).isDiscussed();
    }

    /// Whether the part of an address before its `@` names no person: `no-reply`, `alerts-42`.
    static boolean isNobody(String local) {
        String name = local.toLowerCase(Locale.ROOT);
        WordList nobody = words("nobody");
        if (nobody.contains(name)) {
            return true;
        }
        for (String piece : name.split("[-._+=]", 12)) {
            if (nobody.contains(piece)) {
                return true;
            }
        }
        return name.endsWith("-request")
                || Stream.of("noreply", "no-reply", "no_reply", "donotreply", "do-not-reply")
                        .anyMatch(name::contains);
    }

    /// Whether a machine's subject confirms something bought or paid.
    static boolean tellOfPurchase(Clues clues) {
        return AutomaticWords.occurs(words("purchase"), clues.subject());
    }

    private static WordList words(String section) {
        WordList list = WORDS.get(section);
        if (list == null) {
            throw new IllegalStateException("words/bulk.txt has no section [" + section + "]");
        }
        return list;
    }

    private boolean show() {
        if (isNobody(clues.local()) && !takesReplies()) {
            return true;
        }
        if (isDiscussed()) {
            return notices() >= 2;
        }
        return !clues.answers() && !clues.sender().isEmpty() && (isListed() || sum() >= ENOUGH);
    }

    /// A person's words that a service passes on: an issue tracker's, whose answers go to an
    /// address made for them, or a list's that puts itself in the place of the author.
    private boolean takesReplies() {
        String name = senderName();
        return name.contains(" via ")
                || (clues.refers()
                        && clues.header("reply-to").contains("reply+")
                        && !name.contains("[bot]"));
    }

    private boolean isListed() {
        String precedence = clues.header("precedence");
        return clues.raw().has("list-id")
                || clues.raw().has("list-unsubscribe")
                || clues.raw().has("list-post")
                || clues.raw().has("mailing-list")
                || precedence.equals("bulk")
                || precedence.equals("list")
                || precedence.equals("junk");
    }

    /// Through a list that takes posts: it says where to, or it is itself among those addressed.
    private boolean isDiscussed() {
        String post = clues.header("list-post");
        if (!post.isEmpty()) {
            return !post.startsWith("no");
        }
        if (clues.header("mailing-list").startsWith("list ")) {
            return true;
        }
        List<Address> to = clues.headers().to();
        return to.stream().noneMatch(address -> address.address().equals(clues.sender()))
                && Stream.concat(to.stream(), clues.headers().cc().stream()).anyMatch(this::isList);
    }

    /// Whether an address is the list's: its id names it, its owner sends the copies, or answers go
    /// to it.
    private boolean isList(Address address) {
        int at = address.address().lastIndexOf('@');
        String name = at < 0 ? address.address() : address.address().substring(0, at);
        String domain = "@" + address.domain();
        String sender = clues.header("sender") + " " + clues.header("return-path");
        boolean named =
                clues.raw().has("list-id")
                        && (clues.header("list-id").contains(address.address().replace('@', '.'))
                                || (listName().length() > 2 && name.startsWith(listName())));
        boolean owned =
                name.length() > 2
                        && (sender.contains("owner-" + name + domain)
                                || sender.contains(name + "-owner")
                                || sender.contains(name + "-admin" + domain)
                                || sender.contains(name + "-bounce")
                                || clues.header("sender").contains(address.address()));
        return named || owned || clues.header("reply-to").contains(address.address());
    }

    /// The first label of the list's id.
    private String listName() {
        String id = clues.header("list-id");
        String label = id.substring(id.indexOf('<') + 1);
        int dot = label.indexOf('.');
        return dot < 0 ? label : label.substring(0, dot);
    }

    /// How many signs say that a machine wrote a list's mail.
    private int notices() {
        String subject = clues.subject();
        int tag = subject.startsWith("[") ? subject.indexOf(']') + 1 : 0;
        boolean bySubject =
                words("notice subject").atStart(subject) > 0
                        || words("notice subject").atStart(subject.substring(tag).strip()) > 0;
        boolean byText = words("notice text").atStart(clues.own()) > 0;
        boolean byList = words("notice list").atEnd(listName()) > 0;
        return (bySubject ? 1 : 0) + (byText ? 1 : 0) + (byList ? 1 : 0);
    }

    private int sum() {
        int sum = headerSigns() + senderSigns();
        sum += notices() * 2;
        sum += offersUnsubscribing() ? 2 : 0;
        sum += AutomaticWords.occurs(words("account"), clues.own()) ? 2 : 0;
        sum += clues.own().isBlank() && clues.has("message/rfc822") ? 1 : 0;
        sum += print();
        sum += links();
        return sum;
    }

    private int headerSigns() {
        int sum = 0;
        sum += clues.raw().names().stream().anyMatch(n -> words("header").atStart(n) > 0) ? 2 : 0;
        sum += words("mailer").atStart(clues.header("x-mailer")) > 0 ? 2 : 0;
        sum += isMachineMade(clues.header("return-path")) ? 1 : 0;
        sum += clues.raw().has("errors-to") ? 1 : 0;
        sum += clues.header("reply-to").contains("unsubscribe") ? 2 : 0;
        return sum;
    }

    private int senderSigns() {
        int sum = isMachineMade(clues.sender()) ? 2 : 0;
        sum += hasRole(senderName()) || hasRole(clues.local()) ? 1 : 0;
        sum += toMany() ? 1 : 0;
        sum += isNamedLikeItsDomain() ? 1 : 0;
        return sum;
    }

    private String senderName() {
        return clues.headers().from().stream()
                .findFirst()
                .map(Address::name)
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    /// `fool@motleyfool.com`: a company's own name.
    private boolean isNamedLikeItsDomain() {
        String local = clues.local();
        String domain = clues.sender().substring(Math.min(clues.sender().length(), local.length()));
        return local.length() >= 4 && domain.contains(local);
    }

    private boolean toMany() {
        String to = clues.header("to");
        return to.contains("undisclosed")
                || to.contains("customers")
                || to.contains("subscribers")
                || to.contains("recipient list")
                || clues.headers().to().stream().anyMatch(a -> a.address().equals(clues.sender()));
    }

    private static boolean hasRole(String name) {
        for (String word : name.split("[^\\p{L}]", 24)) {
            if (words("role").contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// An address that holds a number or the recipient's own address, made for one mail.
    private static boolean isMachineMade(String address) {
        int at = address.lastIndexOf('@');
        String local = at < 0 ? "" : address.substring(0, at);
        long digits = local.chars().filter(Character::isDigit).count();
        boolean signs = local.indexOf('=') > 0 || local.indexOf('-') > 0 || local.indexOf('.') > 0;
        return (digits >= 5 && signs) || local.indexOf('=') > 0 || local.contains("bounce");
    }

    /// Whether the end of the own words tells how to leave a list.
    private boolean offersUnsubscribing() {
        String end = clues.own().substring(Math.max(0, clues.own().length() - END));
        return AutomaticWords.occurs(words("unsubscribe"), end);
    }

    private int print() {
        Set<String> found = new HashSet<>();
        words("print").collect(clues.own(), found);
        return found.size() >= MANY_PRINTS ? 2 : Math.min(1, found.size());
    }

    private int links() {
        int html = count(clues.root(), "text/html", "href=");
        int links = html > 0 ? html : count(clues.root(), "text/plain", "http");
        return (links >= MANY_LINKS ? 2 : 0) + (html > 0 && !clues.has("text/plain") ? 1 : 0);
    }

    /// How often a word occurs in the parts of a media type, up to where it doesn't matter.
    private static int count(Part part, String mediaType, String word) {
        int count = 0;
        if (part.mediaType().equals(mediaType)) {
            String text =
                    new String(part.content(), StandardCharsets.ISO_8859_1)
                            .toLowerCase(Locale.ROOT);
            for (int at = text.indexOf(word); at >= 0 && count < MANY_LINKS; ) {
                count++;
                at = text.indexOf(word, at + 1);
            }
        }
        for (Part child : part.children()) {
            count += count(child, mediaType, word);
        }
        return count;
    }
}
