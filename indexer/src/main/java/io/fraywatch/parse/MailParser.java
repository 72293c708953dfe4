package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Structure;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Understands mails, one at a time. Safe for many threads.
public final class MailParser {
    private static final int LONGEST_SUBJECT = 4_000;

    private final Limits limits;

    public MailParser() {
        this(Limits.DEFAULT);
    }

    public MailParser(Limits limits) {
        this.limits = limits;
    }

    /// Understands one mail. Takes any bytes at all, in time linear in their number, and never
    /// throws: what is broken, missing or too large is said in the result's problems.
    public ParsedMail parse(byte[] raw) {
        Problems problems = new Problems();
        byte[] bytes = withLineFeeds(raw);
        HeaderBlock block = HeaderBlock.of(bytes);
        if (block.stray()) {
            problems.add("the header has lines that are no header fields");
        }
        RawHeaders fields = RawHeaders.of(bytes, block, limits, problems);
        Headers headers = headers(fields, problems);
        Part root = PartReader.read(fields, bytes, block.bodyStart(), limits, problems);
        ReadableText.Reading reading = new ReadableText(limits, problems).read(root);
        Body own =
                ZoneScanner.scan(
                        reading.text().stripTrailing(),
                        reading.hints(),
                        isForward(headers.subject()),
                        Author.of(headers.author()));
        Body body = withForward(own, reading.forwarded());
        return new ParsedMail(
                headers,
                Natures.of(Clues.of(fields, headers, root, body)),
                body,
                reading.attachments(),
                new Structure(reading.protection(), PartTree.of(root)),
                problems.list());
    }

    /// Mails enclosed as parts, and invitations, stand below the mail's own text.
    private static Body withForward(Body own, String forwarded) {
        if (forwarded.isBlank()) {
            return own;
        }
        String text = own.text().isEmpty() ? "" : own.text() + "\n\n";
        List<Zone> zones = new ArrayList<>(own.zones());
        zones.add(new Zone(ZoneType.FORWARD, text.length(), text.length() + forwarded.length()));
        return new Body(text + forwarded, zones);
    }

    /// Old Mac programs ended lines with a lone CR; mime4j wants a LF somewhere.
    private static byte[] withLineFeeds(byte[] raw) {
        boolean carriageReturn = false;
        for (byte b : raw) {
            if (b == '\n') {
                return raw;
            }
            carriageReturn |= b == '\r';
        }
        if (!carriageReturn) {
            return raw;
        }
        byte[] fed = raw.clone();
        for (int i = 0; i < fed.length; i++) {
            fed[i] = fed[i] == '\r' ? (byte) '\n' : fed[i];
        }
        return fed;
    }

    private Headers headers(RawHeaders fields, Problems problems) {
        List<Address> from = addresses(fields, "from", problems);
        List<Address> to = addresses(fields, "to", problems);
        List<Address> cc = addresses(fields, "cc", problems);
        Set<String> known = new HashSet<>();
        List.of(from, to, cc)
                .forEach(list -> list.forEach(address -> known.add(address.address())));
        return new Headers(
                messageId(fields, problems),
                MessageIds.inReplyTo(fields.first("in-reply-to"), known),
                MessageIds.references(
                        String.join(" ", fields.all("references")), limits.references(), problems),
                date(fields, problems),
                Authors.author(fields, from),
                from,
                to,
                cc,
                subject(fields),
                fields.find("x-gm-thrid").filter(id -> !id.isBlank()),
                labels(fields),
                ThreadIndex.conversation(fields.first("thread-index")));
    }

    private static Optional<MessageId> messageId(RawHeaders fields, Problems problems) {
        Optional<MessageId> id = MessageIds.one(fields.first("message-id"));
        if (id.isEmpty()) {
            problems.add("there is no Message-ID");
        }
        return id;
    }

    private static String subject(RawHeaders fields) {
        String subject = fields.text("subject");
        return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
    }

    private static Optional<OffsetDateTime> date(RawHeaders fields, Problems problems) {
        Optional<OffsetDateTime> date = Dates.parse(fields.first("date"));
        if (date.isEmpty()) {
            problems.add(
                    fields.has("date")
                            ? "the Date header can't be read"
                            : "there is no Date header");
        }
        return date;
    }

    private List<Address> addresses(RawHeaders fields, String name, Problems problems) {
        List<Address> addresses = new ArrayList<>();
        for (String value : fields.all(name)) {
            addresses.addAll(Addresses.parse(value, limits.addresses() - addresses.size()));
        }
        if (addresses.size() >= limits.addresses()) {
            problems.add("more than " + limits.addresses() + " addresses; the rest was left out");
        }
        return addresses;
    }

    private static List<String> labels(RawHeaders fields) {
        String all = fields.text("x-gmail-labels");
        List<String> labels = new ArrayList<>();
        for (String label : all.split(",", -1)) {
            String name = label.replace("\"", "").strip();
            if (!name.isEmpty()) {
                labels.add(name);
            }
        }
        return labels;
    }

    private static boolean isForward(String subject) {
        String start = subject.strip().toLowerCase(Locale.ROOT);
        for (String prefix :
                List.of(
                        "fw:", "fwd:", "wg:", "tr:", "rv:", "i:", "enc:", "doorst:", "vb:", "vl:",
                        "pd:", "fwd ", "fw ")) {
            if (start.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
