package io.fraywatch.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a mail system writes about a failure in prose, up to where it encloses the mail.
///
/// All mail systems write the address that failed on a line of its own, or first on a line, or in a
/// line with the code of the refusal.
final class BounceText {
    private static final int MOST_LINES = 200;
    private static final List<String> FIELDS =
            List.of(
                    "original-recipient:",
                    "final-recipient:",
                    "recipient address:",
                    "original address:",
                    "recipient:",
                    "rcpt to:",
                    "to:",
                    "user:",
                    "intended recipient:",
                    "failed recipient:");

    private final List<String> lines = new ArrayList<>();
    private final List<String> ours;

    private BounceText(List<String> ours) {
        this.ours = ours;
    }

    /// @param ours addresses that can't be the failed one, in lower case
    static BounceText of(String text, List<String> ours) {
        BounceText bounce = new BounceText(ours);
        for (String line : text.split("\n", MOST_LINES + 1)) {
            if (bounce.lines.size() == MOST_LINES || begins(line, bounce.lines)) {
                break;
            }
            bounce.lines.add(line.strip());
        }
        return bounce;
    }

    /// Whether a line begins the enclosed mail: it says so, or is the first of its header.
    private static boolean begins(String line, List<String> before) {
        String lower = line.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("received: from ")
                || lower.startsWith("return-path:")
                || (lower.length() < 90
                        && !before.isEmpty()
                        && AutomaticWords.beginsEnclosed(lower));
    }

    /// The prose itself.
    String prose() {
        return String.join("\n", lines);
    }

    /// Whom the mail didn't reach, in the order named; empty when nobody is named.
    List<String> failed() {
        Set<String> sure = new LinkedHashSet<>();
        Set<String> coded = new LinkedHashSet<>();
        Set<String> any = new LinkedHashSet<>();
        for (String line : lines) {
            List<String> addresses =
                    MailAddresses.in(line).stream()
                            .filter(a -> !ours.contains(a.toLowerCase(Locale.ROOT)))
                            .toList();
            if (!addresses.isEmpty()) {
                boolean alone = standsAlone(line, addresses.getFirst());
                if (alone || isField(line)) {
                    sure.add(addresses.getFirst());
                } else if (!SmtpCodes.basic(line).isEmpty()) {
                    coded.add(addresses.getFirst());
                } else if (isOfTheMailSystem(addresses.getFirst())) {
                    continue;
                }
                any.add(addresses.getFirst());
            }
        }
        return !sure.isEmpty()
                ? List.copyOf(sure)
                : !coded.isEmpty() ? List.copyOf(coded) : any.stream().limit(1).toList();
    }

    private static boolean isOfTheMailSystem(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("postmaster@")
                || lower.startsWith("mailer-daemon@")
                || lower.startsWith("abuse@")
                || lower.startsWith("support@");
    }

    private static boolean isField(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return FIELDS.stream().anyMatch(lower::startsWith);
    }

    /// Whether a line is the address, or begins with it in brackets or before a colon.
    private static boolean standsAlone(String line, String address) {
        int at = line.indexOf(address);
        boolean first = at >= 0 && !hasLetters(line.substring(0, at));
        String rest = at < 0 ? "" : line.substring(at + address.length());
        return first
                && (!hasLetters(rest)
                        || rest.startsWith(">")
                        || rest.startsWith(":")
                        || rest.startsWith("...")
                        || rest.startsWith(" ("));
    }

    private static boolean hasLetters(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /// Why it didn't arrive: the lines with the code of the refusal, else the line behind the
    /// failed address, else the first of the prose that says it failed.
    String diagnostic() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean code =
                    !SmtpCodes.enhanced(line).isEmpty()
                            || (!SmtpCodes.basic(line).isEmpty() && hasLetters(line));
            if (code) {
                return line + continuation(i);
            }
        }
        List<String> failed = failed();
        for (int i = 0; i < lines.size() && !failed.isEmpty(); i++) {
            if (lines.get(i).contains(failed.getFirst())) {
                String rest =
                        lines.get(i)
                                .substring(
                                        lines.get(i).indexOf(failed.getFirst())
                                                + failed.getFirst().length());
                return hasLetters(rest) ? withoutMarks(rest) : nextLine(i);
            }
        }
        return lines.stream()
                .filter(line -> AutomaticWords.saysUndeliveredInside(line.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
    }

    /// What follows in the same paragraph.
    private String continuation(int i) {
        StringBuilder more = new StringBuilder();
        for (int j = i + 1; j < Math.min(lines.size(), i + 3); j++) {
            if (lines.get(j).isEmpty()
                    || lines.get(j).startsWith("<")
                    || lines.get(j).startsWith("-")) {
                break;
            }
            more.append(' ').append(lines.get(j));
        }
        return more.toString();
    }

    private String nextLine(int i) {
        for (int j = i + 1; j < Math.min(lines.size(), i + 3); j++) {
            if (hasLetters(lines.get(j))) {
                return lines.get(j);
            }
        }
        return "";
    }

    private static String withoutMarks(String text) {
        int from = 0;
        while (from < text.length() && ">:.,) ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from);
    }
}
