package io.fraywatch.parse;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.Bounce.Severity;
import io.fraywatch.mail.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads out of a bounce whom a mail didn't reach, why, and which mail it was: from its delivery
/// status (RFC 3464) where it has one, else from what its mail system writes in prose.
final class BounceReader {
    private static final int LONGEST_DIAGNOSTIC = 400;

    private final Clues clues;
    private final List<DeliveryStatus.Recipient> reported;
    private final BounceText text;

    private BounceReader(Clues clues) {
        this.clues = clues;
        this.reported =
                DeliveryStatus.of(clues.root()).recipients().stream()
                        .filter(Predicate.not(DeliveryStatus.Recipient::arrived))
                        .toList();
        this.text = BounceText.of(clues.body().text(), ours());
    }

    static Bounce read(Clues clues) {
        BounceReader reader = new BounceReader(clues);
        String diagnostic = reader.diagnostic();
        return new Bounce(
                reader.severity(diagnostic), reader.failed(), reader.original(), diagnostic);
    }

    /// The addresses that the bounce went to and came from, which are not those that failed.
    private List<String> ours() {
        List<String> ours = new ArrayList<>();
        clues.headers().to().forEach(address -> ours.add(address.address()));
        clues.headers().from().forEach(address -> ours.add(address.address()));
        return ours;
    }

    private List<Address> failed() {
        List<String> failed =
                new ArrayList<>(
                        reported.stream()
                                .map(DeliveryStatus.Recipient::address)
                                .filter(address -> !address.isEmpty())
                                .toList());
        if (failed.isEmpty()) {
            failed.addAll(MailAddresses.in(clues.header("x-failed-recipients")));
        }
        if (failed.isEmpty()) {
            failed.addAll(text.failed());
        }
        return failed.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .map(Address::of)
                .toList();
    }

    private String diagnostic() {
        String said =
                reported.stream()
                        .map(DeliveryStatus.Recipient::diagnostic)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElseGet(text::diagnostic);
        String line = said.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_DIAGNOSTIC));
    }

    private Severity severity(String diagnostic) {
        if (isDelayed()) {
            return Severity.DELAYED;
        }
        String status =
                reported.stream()
                        .map(DeliveryStatus.Recipient::status)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                        .orElseGet(() -> SmtpCodes.enhanced(diagnostic));
        String words = diagnostic.toLowerCase(Locale.ROOT);
        boolean full = status.endsWith(".2.2") || status.endsWith(".3.1");
        boolean soft =
                full
                        || status.startsWith("4")
                        || SmtpCodes.basic(diagnostic).startsWith("4")
                        || AutomaticWords.saysFull(words)
                        || (status.isEmpty()
                                && SmtpCodes.basic(diagnostic).isEmpty()
                                && AutomaticWords.saysPassing(words));
        return soft ? Severity.SOFT : Severity.HARD;
    }

    private boolean isDelayed() {
        if (!reported.isEmpty() && reported.stream().anyMatch(r -> !r.action().isEmpty())) {
            return reported.stream().allMatch(r -> r.action().equals("delayed"));
        }
        return AutomaticWords.saysDelayed(clues.subject())
                || AutomaticWords.saysDelayed(text.prose().toLowerCase(Locale.ROOT));
    }

    /// The Message-ID of the enclosed mail, or of its header, or of what stands of it in the text.
    private Optional<MessageId> original() {
        return inParts(clues.root()).or(() -> messageId(clues.body().text()));
    }

    private static Optional<MessageId> inParts(Part part) {
        return switch (part.mediaType()) {
            case "message/rfc822", "message/global", "text/rfc822-headers" ->
                    messageId(new String(part.content(), StandardCharsets.UTF_8));
            default ->
                    part.children().stream().flatMap(child -> inParts(child).stream()).findFirst();
        };
    }

    private static Optional<MessageId> messageId(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            String field = line.startsWith(">") ? line.substring(1).strip() : line;
            if (field.regionMatches(true, 0, "message-id:", 0, 11)) {
                String value = field.substring(11).strip();
                boolean folded = value.isEmpty() && i + 1 < lines.length;
                return MessageIds.one(folded ? lines[i + 1].strip() : value);
            }
        }
        return Optional.empty();
    }
}
