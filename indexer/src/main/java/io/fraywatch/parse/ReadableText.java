package io.fraywatch.parse;

import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Protection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes one text out of a mail's parts, as a mail program would show it, and lists what is left as
/// attachments.
///
/// Of alternatives the plain text is taken: the author's program made it from the same words, its
/// quotes are marked, and it costs a tenth of HTML. Only when it is empty or a mere "see the HTML
/// version" HTML is read instead.
final class ReadableText {
    private static final int STUB = 300;
    private static final int STUB_RATIO = 4;

    /// What `multipart/signed` may name as its protocol.
    private static final Set<String> SIGNATURES =
            Set.of(
                    "application/pgp-signature",
                    "application/pkcs7-signature",
                    "application/x-pkcs7-signature");

    private final Limits limits;
    private final Problems problems;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder forwarded = new StringBuilder();
    private final List<Hint> hints = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private Protection protection = Protection.NONE;
    private int linesLeft = PlainText.MOST_LINES;

    ReadableText(Limits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /// What a whole mail comes to.
    ///
    /// @param hints what HTML said about stretches of the text
    /// @param forwarded the text of the mails enclosed in it, each behind its header, and of its
    ///   invitation
    record Reading(
            String text,
            List<Hint> hints,
            String forwarded,
            List<Attachment> attachments,
            Protection protection) {}

    Reading read(Part root) {
        take(root, false);
        InvitationReader.find(root).ifPresent(this::putBelow);
        return new Reading(
                text.toString(),
                hints,
                forwarded.toString().stripTrailing(),
                attachments,
                protection);
    }

    private void take(Part part, boolean report) {
        switch (part.mediaType()) {
            case "multipart/alternative" -> alternative(part);
            case "multipart/encrypted" -> {
                if (part.children().size() > 1) {
                    encrypted("PGP/MIME");
                }
                part.children().forEach(this::attach);
            }
            case "multipart/report" -> part.children().forEach(child -> take(child, true));
            case "multipart/signed" -> {
                if (part.children().size() == 2
                        && SIGNATURES.contains(
                                part.type().get("protocol").toLowerCase(Locale.ROOT))) {
                    protection = protection.and(Protection.SIGNED);
                }
                part.children().forEach(child -> take(child, report));
            }
            case String type when type.startsWith("multipart/") -> {
                if (isTornPgp(part)) {
                    encrypted("PGP/MIME");
                }
                part.children().forEach(child -> take(child, report));
                if (part.children().isEmpty() && part.content().length > 0) {
                    problems.add("a multipart has no parts; what stands in it is shown as text");
                    plain(PlainText.of(part));
                }
            }
            case "message/rfc822", "message/global" -> enclosed(part, report);
            case "message/partial" -> {
                problems.add(AbsentContent.piece(part.type()));
                attach(part);
            }
            case "message/external-body" -> {
                problems.add(AbsentContent.ELSEWHERE);
                String name = AbsentContent.name(part, limits, problems);
                attachments.add(new Attachment(name, part.mediaType(), part.size()));
            }
            default -> {
                if (part.isCms()) {
                    smime(part, report);
                } else if (part.isTnef()) {
                    tnef(part);
                } else {
                    leaf(part, report);
                }
            }
        }
    }

    /// Some servers turn `multipart/encrypted` into a plain mixture of its two parts.
    private static boolean isTornPgp(Part part) {
        return part.children().size() > 1
                && part.children().stream()
                        .anyMatch(child -> child.mediaType().equals("application/pgp-encrypted"));
    }

    private void encrypted(String how) {
        protection = Protection.ENCRYPTED;
        problems.add("the text is encrypted (" + how + ") and can't be read");
    }

    private void smime(Part part, boolean report) {
        if (part.enclosed().isPresent()) {
            protection = protection.and(Protection.SIGNED);
            take(part.enclosed().orElseThrow(), report);
            return;
        }
        switch (part.type().get("smime-type").toLowerCase(Locale.ROOT)) {
            case "certs-only" -> {}
            case "signed-data" -> protection = protection.and(Protection.SIGNED);
            default -> {
                if (Cms.isSigned(part.content())) {
                    protection = protection.and(Protection.SIGNED);
                } else {
                    encrypted("S/MIME");
                }
            }
        }
        attach(part);
    }

    /// Outlook's wrapping repeats the text that stands outside it; where that is missing, or a mere
    /// footer, the wrapped text is shown.
    private void tnef(Part part) {
        if (part.enclosed().isEmpty()) {
            problems.add("Outlook's file winmail.dat can't be read; what it holds isn't shown");
            attach(part);
            return;
        }
        List<Part> within = part.enclosed().orElseThrow().children();
        Part body = within.getFirst();
        within.stream().skip(1).forEach(this::attach);
        int before = text.length();
        int outside = Prose.letters(text);
        take(body, false);
        if (outside > 0 && Prose.letters(text.substring(before)) < outside * STUB_RATIO) {
            takeBack(before);
        }
    }

    /// An enclosed mail is shown below as a forward, unless it is the mail that a report is about;
    /// its files count as files of this mail.
    private void enclosed(Part part, boolean report) {
        attach(part);
        if (report || part.enclosed().isEmpty()) {
            return;
        }
        ReadableText inner = new ReadableText(limits, problems);
        Reading reading = inner.read(part.enclosed().orElseThrow());
        attachments.addAll(reading.attachments());
        String below =
                EnclosedMail.heading(part, limits, problems)
                        + reading.text().strip()
                        + "\n\n"
                        + (reading.forwarded().isEmpty() ? "" : reading.forwarded() + "\n\n");
        putBelow(below);
    }

    private void putBelow(String below) {
        int room = limits.mailText() - text.length() - forwarded.length();
        if (below.length() > room) {
            problems.add("the whole text is too long; its end was left out");
        }
        forwarded.append(below, 0, Math.clamp(room, 0, below.length()));
    }

    /// An invitation stands below too, with its description where nobody wrote anything else.
    private void putBelow(InvitationReader.Found found) {
        putBelow(InvitationText.of(found.invitation(), found.event(), text.isEmpty()));
    }

    private void leaf(Part part, boolean report) {
        if (isProse(part) && !(report && !text.isEmpty())) {
            if (part.mediaType().equals("text/html")) {
                append(html(part));
            } else {
                plain(PlainText.of(part));
            }
        } else if (part.size() > 0
                || !part.fileName().isEmpty()
                || !part.mediaType().startsWith("text/")) {
            if (part.mediaType().equals("text/pgp") && isPgpPacket(part.content())) {
                encrypted("PGP");
            }
            attach(part);
        }
    }

    /// Starts with a session key for somebody (RFC 9580 §5.1), in the old packet format or the new.
    private static boolean isPgpPacket(byte[] bytes) {
        int tag = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
        return tag >> 2 == 0x21 || tag == 0xC1;
    }

    private void plain(String words) {
        InlineBlocks.Result blocks = InlineBlocks.of(words);
        if (blocks.protection() == Protection.ENCRYPTED) {
            encrypted("PGP");
        }
        protection = protection.and(blocks.protection());
        attachments.addAll(blocks.files());
        append(new HtmlText.Result(blocks.words(), List.of()));
    }

    /// A text part is shown unless it is meant as a file; a name alone doesn't make the first text
    /// one.
    private boolean isProse(Part part) {
        return Prose.is(part) && (part.fileName().isEmpty() || text.isEmpty());
    }

    private void attach(Part part) {
        if (part.isMultipart()) {
            part.children().forEach(this::attach);
        } else {
            attachments.add(new Attachment(part.fileName(), part.mediaType(), part.size()));
        }
    }

    private void alternative(Part part) {
        List<Part> texts = new ArrayList<>();
        List<Part> rest = new ArrayList<>();
        part.children().forEach(child -> (Prose.isWithin(child) ? texts : rest).add(child));
        Part plain =
                texts.stream()
                        .filter(p -> p.mediaType().equals("text/plain"))
                        .findFirst()
                        .orElse(Part.EMPTY);
        List<Part> richer =
                texts.stream()
                        .filter(p -> p != plain && !p.mediaType().equals("text/plain"))
                        .toList();
        if (richer.isEmpty()) {
            plain(PlainText.of(plain));
        } else {
            choose(PlainText.of(plain), richer.getLast());
        }
        rest.forEach(child -> take(child, false));
    }

    private void choose(String plain, Part rich) {
        int letters = Prose.letters(plain);
        if (letters > STUB
                || (letters > 0
                        && rich.mediaType().equals("text/html")
                        && rich.size() < (long) letters * STUB_RATIO)) {
            plain(plain);
            attachRest(rich);
            return;
        }
        int before = text.length();
        int attached = attachments.size();
        take(rich, false);
        if (letters > 0 && Prose.letters(text.substring(before)) < letters * STUB_RATIO) {
            takeBack(before);
            plain(plain);
            if (attachments.size() == attached) {
                attachRest(rich);
            }
        }
    }

    private void takeBack(int before) {
        text.setLength(before);
        hints.removeIf(hint -> hint.start() >= before);
    }

    /// The files that come with an alternative that wasn't shown, such as a picture within HTML.
    private void attachRest(Part rich) {
        for (Part child : rich.children()) {
            if (!child.mediaType().startsWith("text/")) {
                attachRest(child);
            }
        }
        if (!rich.isMultipart() && !rich.mediaType().startsWith("text/")) {
            attach(rich);
        }
    }

    private HtmlText.Result html(Part part) {
        return HtmlText.of(PlainText.decoded(part), problems);
    }

    /// How much of a text fits into the lines left.
    private int roomInLines(String body) {
        int at = 0;
        while (at < body.length() && linesLeft > 0) {
            int end = body.indexOf('\n', at);
            at = end < 0 ? body.length() : end + 1;
            linesLeft--;
        }
        return at;
    }

    private void append(HtmlText.Result result) {
        String body = result.text();
        if (body.isBlank()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append(text.charAt(text.length() - 1) == '\n' ? "\n" : "\n\n");
        }
        int shift = text.length();
        int room = Math.min(limits.mailText() - shift, roomInLines(body));
        if (body.length() > room) {
            problems.add("the whole text is too long; its end was left out");
        }
        text.append(body, 0, Math.max(0, Math.min(room, body.length())));
        for (Hint hint : result.hints()) {
            if (hint.end() + shift <= text.length()) {
                hints.add(new Hint(hint.type(), hint.start() + shift, hint.end() + shift));
            }
        }
    }
}
