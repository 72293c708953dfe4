package io.fraywatch.parse;

import java.util.ArrayList;
import java.util.List;

/// Finds mail addresses in running text, by their `@`.
final class MailAddresses {
    private static final String LOCAL = "!#$%&'*+-/=?^_`{|}~.";
    private static final int LONGEST = 254;

    private MailAddresses() {}

    /// In their order; only those whose domain has a dot.
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > 0 && at - from < LONGEST && isLocal(text.charAt(from - 1))) {
                from--;
            }
            int to = at + 1;
            while (to < text.length() && to - at < LONGEST && isDomain(text.charAt(to))) {
                to++;
            }
            String domain = withoutDots(text.substring(at + 1, to));
            if (from < at && domain.indexOf('.') > 0) {
                found.add(withoutMarks(text.substring(from, at)) + "@" + domain);
            }
        }
        return found;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || LOCAL.indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }

    private static String withoutDots(String domain) {
        int end = domain.length();
        while (end > 0 && (domain.charAt(end - 1) == '.' || domain.charAt(end - 1) == '-')) {
            end--;
        }
        return domain.substring(0, end);
    }

    /// Quotes and the like before an address are no part of it.
    private static String withoutMarks(String local) {
        int from = 0;
        while (from < local.length() - 1 && "'`=*{|-".indexOf(local.charAt(from)) >= 0) {
            from++;
        }
        return local.substring(from);
    }
}
