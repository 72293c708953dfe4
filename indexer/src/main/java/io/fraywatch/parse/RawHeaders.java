package io.fraywatch.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The header fields of one mail, unfolded and readable as characters, still undecoded.
final class RawHeaders {
    private final Map<String, List<String>> values = new HashMap<>();

    /// Reads as many fields as the limits allow, each no longer than what is left of the header's
    /// allowance.
    static RawHeaders of(byte[] raw, HeaderBlock block, Limits limits, Problems problems) {
        RawHeaders headers = new RawHeaders();
        int left = limits.headerBytes();
        int count = 0;
        for (HeaderBlock.Field field : block.fields()) {
            int length = Math.min(field.end() - field.value(), share(field.name(), left));
            if (++count > limits.headers() || left <= 0 || length < field.end() - field.value()) {
                problems.add("the header is too long; the rest of it was left out");
            }
            if (count > limits.headers() || left <= 0) {
                break;
            }
            headers.put(field.name(), unfold(raw, field.value(), length));
            left -= length;
        }
        return headers;
    }

    /// One endless field may not use up what the fields behind it need.
    private static int share(String name, int left) {
        return name.equals("to") || name.equals("cc") || name.equals("references")
                ? left
                : Math.max(1, left / 4);
    }

    void put(String name, String value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
    }

    /// The first value of a field, or empty text.
    String first(String name) {
        List<String> all = values.get(name);
        return all == null ? "" : all.getFirst();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// The names of all fields, in lower case.
    Set<String> names() {
        return values.keySet();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// Decoded to be read by people: encoded words resolved, no control characters.
    String text(String name) {
        return clean(EncodedWords.decode(first(name)));
    }

    static String unfold(byte[] raw, int from, int length) {
        byte[] line = new byte[length];
        int filled = 0;
        for (int i = from; i < from + length; i++) {
            byte b = raw[i];
            if (b != '\r' && b != '\n' && b != 0) {
                line[filled++] = b == '\t' ? (byte) ' ' : b;
            }
        }
        return Charsets.detect(line, filled).strip();
    }

    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == '\n' || c == '\r' || c == '\t';
            if (blank || !Character.isISOControl(c)) {
                out.append(blank ? ' ' : c);
            }
        }
        return out.toString().strip();
    }
}
