package io.fraywatch.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a `message/delivery-status` part reports of each recipient (RFC 3464 §2.3).
///
/// @param recipients in the order reported
record DeliveryStatus(List<Recipient> recipients) {
    DeliveryStatus {
        recipients = List.copyOf(recipients);
    }

    /// One recipient's group of fields.
    ///
    /// @param address of `Original-Recipient`, else of `Final-Recipient`, without its type; may be
    ///   empty
    /// @param action in lower case: `failed`, `delayed`, `delivered`, `relayed`, `expanded`
    /// @param status such as `5.1.1`
    /// @param diagnostic of `Diagnostic-Code`, without its type
    record Recipient(String address, String action, String status, String diagnostic) {
        boolean arrived() {
            return action.equals("delivered")
                    || action.equals("relayed")
                    || action.equals("expanded")
                    || (action.isEmpty() && status.startsWith("2"));
        }
    }

    /// Of the first such part, at any depth; without recipients where there is none.
    static DeliveryStatus of(Part part) {
        if (part.mediaType().equals("message/delivery-status")
                || part.mediaType().equals("message/global-delivery-status")) {
            return read(new String(part.content(), StandardCharsets.UTF_8));
        }
        for (Part child : part.children()) {
            DeliveryStatus status = of(child);
            if (!status.recipients.isEmpty()) {
                return status;
            }
        }
        return new DeliveryStatus(List.of());
    }

    /// Whether everybody it names got the mail.
    boolean saysArrived() {
        return !recipients.isEmpty() && recipients.stream().allMatch(Recipient::arrived);
    }

    private static DeliveryStatus read(String text) {
        List<Recipient> recipients = new ArrayList<>();
        Fields fields = new Fields();
        for (String line : (text + "\n\n").replace("\r", "").split("\n", -1)) {
            if (line.isBlank()) {
                fields.recipient().ifPresent(recipients::add);
                fields = new Fields();
            } else {
                fields.add(line);
            }
        }
        return new DeliveryStatus(recipients);
    }

    /// One group of fields while it is read.
    private static final class Fields {
        private final Map<String, String> values = new HashMap<>();
        private String last = "";

        private void add(String line) {
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                values.computeIfPresent(last, (_, value) -> value + " " + line.strip());
                return;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                values.putIfAbsent(last, line.substring(colon + 1).strip());
            }
        }

        private Optional<Recipient> recipient() {
            if (!values.containsKey("final-recipient")
                    && !values.containsKey("original-recipient")
                    && !values.containsKey("action")) {
                return Optional.empty();
            }
            String original = address(get("original-recipient"));
            String address = original.isEmpty() ? address(get("final-recipient")) : original;
            return Optional.of(
                    new Recipient(
                            address,
                            firstWord(get("action")),
                            firstWord(get("status")),
                            behindType(get("diagnostic-code"))));
        }

        private String get(String name) {
            return values.getOrDefault(name, "");
        }

        private static String firstWord(String value) {
            String lower = value.strip().toLowerCase(Locale.ROOT);
            int end = 0;
            while (end < lower.length()
                    && (Character.isLetterOrDigit(lower.charAt(end)) || lower.charAt(end) == '.')) {
                end++;
            }
            return lower.substring(0, end);
        }

        private static String behindType(String value) {
            int semicolon = value.indexOf(';');
            return semicolon < 0 ? value.strip() : value.substring(semicolon + 1).strip();
        }

        private static String address(String value) {
            String address = behindType(value).replace("<", "").replace(">", "").strip();
            int route = address.startsWith("@") ? address.indexOf(':') : -1;
            String bare = address.substring(route + 1);
            return bare.indexOf('@') > 0 && bare.indexOf(' ') < 0 ? bare : "";
        }
    }
}
