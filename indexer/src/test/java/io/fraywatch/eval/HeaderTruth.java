package io.fraywatch.eval;

import io.fraywatch.mail.Subjects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which mails name each other, or the same third one, read from the bare header lines without the
/// parser that is measured.
final class HeaderTruth {
    private static final Pattern ID = Pattern.compile("<([^<>\\s]+@[^<>\\s]+)>");
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]+");
    private static final Pattern BLANK = Pattern.compile("\r?\n\r?\n");
    private static final Pattern LINE = Pattern.compile("\r?\n");

    private final Map<String, String> up = new HashMap<>();

    private HeaderTruth() {}

    /// @return the group of each mail
    static Map<String, String> of(Map<String, byte[]> mails) {
        HeaderTruth truth = new HeaderTruth();
        mails.forEach((name, raw) ->
                ids(raw).forEach(id -> truth.up.put(truth.top("mail " + name), truth.top(id))));
        Map<String, String> groups = new HashMap<>();
        mails.keySet().forEach(name -> groups.put(name, truth.top("mail " + name)));
        return groups;
    }

    /// The groups that begin with a reply whose header names nothing in brackets: of these the
    /// header doesn't tell where they belong.
    static Set<String> open(Map<String, byte[]> mails, Map<String, String> groups) {
        Set<String> open = new HashSet<>();
        mails.forEach((name, raw) -> {
            boolean reply = Subjects.isReply(field(raw, "subject"));
            String ties = field(raw, "in-reply-to") + " " + field(raw, "references");
            String group = groups.get(name);
            if (group != null && reply && !ID.matcher(ties).find()) {
                open.add(group);
            }
        });
        return open;
    }

    private static String field(byte[] raw, String name) {
        return lines(raw)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).strip())
                .orElse("");
    }

    private String top(String of) {
        String at = of;
        for (String next = up.getOrDefault(at, at);
                !next.equals(at);
                next = up.getOrDefault(at, at)) {
            at = next;
        }
        return at;
    }

    private static List<String> ids(byte[] raw) {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("message-id", "in-reply-to", "references")) {
            ID.matcher(field(raw, name)).results().forEach(match -> ids.add(match.group(1)));
        }
        return ids;
    }

    private static Stream<String> lines(byte[] raw) {
        String header = BLANK.split(new String(raw, StandardCharsets.ISO_8859_1), 2)[0];
        return LINE.splitAsStream(FOLD.matcher(header).replaceAll(" "));
    }
}
