package io.fraywatch.source.mbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Google Takeout writes into a mail's header: its thread and its labels.
record TakeoutHeaders(Optional<String> thread, List<String> labels) {
    private static final int LONGEST_HEADER = 64 * 1024;

    /// RFC 2047 §2, every part of bounded length.
    private static final Pattern ENCODED =
            Pattern.compile(
                    "=\\?([^?\\s]{1,40})\\?([bBqQ])\\?([^?\\s]{0,1000})\\?=([ \\t]{1,100}(?==\\?))?");

    static TakeoutHeaders of(byte[] mail) {
        Optional<String> thread = Optional.empty();
        List<String> labels = List.of();
        for (String field :
                fields(new String(mail, 0, Math.min(mail.length, LONGEST_HEADER), ISO_8859_1))) {
            int colon = field.indexOf(':');
            String name = field.substring(0, Math.max(colon, 0)).strip().toLowerCase(Locale.ROOT);
            String value = field.substring(colon + 1).strip();
            if (name.equals("x-gm-thrid")) {
                thread = Optional.of(value).filter(id -> !id.isEmpty());
            } else if (name.equals("x-gmail-labels")) {
                labels = labels(decoded(value));
            }
        }
        return new TakeoutHeaders(thread, labels);
    }

    /// The header's fields, unfolded.
    private static List<String> fields(String mail) {
        List<String> fields = new ArrayList<>();
        for (String line : mail.lines().toList()) {
            if (line.isEmpty()) {
                break;
            }
            if ((line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty()) {
                fields.addLast(fields.removeLast() + " " + line.strip());
            } else {
                fields.add(line);
            }
        }
        return fields;
    }

    private static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"') {
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                labels.add(label.toString().strip());
                label.setLength(0);
            } else {
                label.append(next);
            }
        }
        labels.add(label.toString().strip());
        labels.removeIf(String::isEmpty);
        return labels;
    }

    private static String decoded(String text) {
        Matcher matcher = ENCODED.matcher(text);
        return matcher.replaceAll(word ->
                Matcher.quoteReplacement(decoded(word.group(1), word.group(2), word.group(3))));
    }

    private static String decoded(String charset, String encoding, String content) {
        try {
            byte[] bytes =
                    encoding.equalsIgnoreCase("b")
                            ? Base64.getDecoder().decode(content)
                            : unquoted(content);
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return content;
        } catch (IllegalArgumentException notBase64) {
            return content;
        }
    }

    private static byte[] unquoted(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length());
        for (int i = 0; i < content.length(); i++) {
            char next = content.charAt(i);
            int high = i + 2 < content.length() ? Character.digit(content.charAt(i + 1), 16) : -1;
            int low = i + 2 < content.length() ? Character.digit(content.charAt(i + 2), 16) : -1;
            if (next == '=' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(next == '_' ? ' ' : next);
            }
        }
        return bytes.toByteArray();
    }
}
