package io.fraywatch.server.config;

import java.util.List;
import java.util.regex.Pattern;

/// Checks addresses and domains as a person types them.
final class MailNames {
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]*)");

    private MailNames() {}

    static void requireAddresses(List<String> addresses, String key) {
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            int at = address.lastIndexOf('@');
            if (at < 1
                    || address.chars().anyMatch(Character::isWhitespace)
                    || !isDomain(address.substring(at + 1))) {
                throw new BadSetting(
                        "'"
                                + address
                                + "' isn't a mail address; write it like dana@reyes-va.example",
                        key,
                        i);
            }
        }
    }

    static void requireDomains(List<String> domains, String key) {
        for (int i = 0; i < domains.size(); i++) {
            if (!isDomain(domains.get(i))) {
                throw new BadSetting(
                        "'"
                                + domains.get(i)
                                + "' isn't a mail domain; write what stands behind the @, like harborlane.example",
                        key,
                        i);
            }
        }
    }

    private static boolean isDomain(String text) {
        String[] labels = text.split("\\.", -1);
        if (text.length() > 253 || labels.length < 2) {
            return false;
        }
        for (String label : labels) {
            if (label.length() > 63 || label.endsWith("-") || !LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
